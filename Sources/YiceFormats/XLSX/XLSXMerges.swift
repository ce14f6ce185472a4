internal import Glibc

/// Reads a worksheet's merged cells, which stand behind its rows, without parsing the rows again.
enum XLSXMerges {
  static func read(_ package: XLSXPackage, _ sheet: SheetInfo) throws -> [CellRange] {
    if package.sheetBytes(sheet)?.hasNoMerges == true { return [] }
    let handler = MergesHandler(limit: package.limits.merges)
    let input = SheetTail(try package.sheetInput(sheet))
    let part = try XMLPart(input, handler, sourceName: package.sourceName, limits: package.limits)
    do {
      try part.run()
    } catch let error as WorkbookError {
      // Reading the rows tells what is wrong with a damaged sheet.
      guard case .damaged = error.kind else { throw error }
    }
    return handler.merges
  }
}

/// A worksheet from the end of its rows on, as a document of its own.
private final class SheetTail: XMLInput {
  private let part: any XMLInput
  private var isInTail = false
  private var window = [UInt8](repeating: 0, count: 1 << 16)
  private var kept = 0
  private var pending = Array("<worksheet>".utf8)

  init(_ part: any XMLInput) { self.part = part }

  func read(into buffer: UnsafeMutableRawPointer, count: Int) throws -> Int {
    if !isInTail {
      guard try skipRows() else { return 0 }
      isInTail = true
    }
    guard !pending.isEmpty else { return try part.read(into: buffer, count: count) }
    let taken = min(count, pending.count)
    pending.withUnsafeBytes { if let base = $0.baseAddress { memcpy(buffer, base, taken) } }
    pending.removeFirst(taken)
    return taken
  }

  /// Reads on to behind `</sheetData>`; what of the tail is read already goes to `pending`.
  private func skipRows() throws -> Bool {
    let mark = Array("sheetData>".utf8)
    while true {
      let count = try window.withUnsafeMutableBytes { bytes in
        try bytes.baseAddress.map { try part.read(into: $0 + kept, count: bytes.count - kept) } ?? 0
      }
      guard count > 0 else { return false }
      let filled = kept + count
      var start = 0
      while let found = find(mark, from: start, to: filled) {
        start = found + mark.count
        // The opening tag looks the same but for the slash before it, or before its prefix.
        let lead = window[max(0, found - 32)..<found].reversed().prefix { $0 != 0x3C }
        if lead.last == 0x2F {
          pending += window[start..<filled]
          return true
        }
      }
      kept = min(filled, 64)
      for index in 0..<kept { window[index] = window[filled - kept + index] }
    }
  }

  /// The mark's capital D is rare in a sheet's XML, so the search leaps from one to the next.
  private func find(_ mark: [UInt8], from start: Int, to end: Int) -> Int? {
    let capital = 5
    return window.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var next = start + capital
      while next < end, let hit = memchr(base + next, Int32(mark[capital]), end - next) {
        let first = UnsafeRawPointer(hit) - base - capital
        if first + mark.count <= end, memcmp(base + first, mark, mark.count) == 0 { return first }
        next = first + capital + 1
      }
      return nil
    }
  }
}

private final class MergesHandler: XMLHandler {
  var merges: [CellRange] = []
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    super.init()
  }

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    guard isWord(name, "mergeCell"), merges.count < limit,
      let range = attributeText(attributes, "ref").flatMap(MergesHandler.range)
    else { return }
    merges.append(range)
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if isWord(name, "mergeCells") { finish() }
  }

  /// `A1:C2`.
  private static func range(_ text: String) -> CellRange? {
    let corners = text.split(separator: ":").compactMap { corner -> (row: Int, column: Int)? in
      let letters = corner.prefix { $0.isLetter }
      guard (1...3).contains(letters.utf8.count), let row = Int(corner.dropFirst(letters.count)), row > 0
      else {
        return nil
      }
      var column = 0
      for letter in letters.uppercased().utf8 where (0x41...0x5A).contains(letter) {
        column = column * 26 + Int(letter - 0x40)
      }
      return column > 0 ? (row, column) : nil
    }
    guard let first = corners.first, let last = corners.last, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return CellRange(rows: first.row...last.row, columns: first.column...last.column)
  }
}
