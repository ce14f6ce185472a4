/// An .xls workbook ([MS-XLS], BIFF 8 and 5) in memory: its sheets, texts and number formats.
///
/// Own code, because libfreexl 1.0.6 crashes on damaged files, allocates what a file claims, and tells neither merged
/// cells nor hidden rows.
final class XLSWorkbook {
  let sourceName: String
  let limits: WorkbookLimits
  private(set) var stream: ByteReader
  private(set) var sheets: [SheetInfo] = []
  private(set) var strings = SharedStrings()
  private(set) var styles: [CellStyle] = []
  private(set) var uses1904 = false
  private(set) var codePage = 1252
  private(set) var isBIFF8 = true
  private var offsets: [Int] = []
  private var formats: [Int: CellStyle] = [:]

  /// - Parameter file: the container, which was a compound file.
  /// - Throws: ``WorkbookError``.
  init(_ file: CompoundFile, sourceName: String, limits: WorkbookLimits) throws {
    self.sourceName = sourceName
    self.limits = limits
    do {
      guard let found = try file.stream("Workbook") ?? file.stream("Book") else {
        throw WorkbookError(sourceName: sourceName, kind: .notAWorkbook)
      }
      stream = ByteReader(bytes: found)
    } catch is CompoundFile.Damaged {
      throw WorkbookError(sourceName: sourceName, kind: .cut)
    }
    try readGlobals()
    guard !sheets.isEmpty else { throw error(.noSheets) }
  }

  /// Where a sheet's records begin.
  func offset(of sheet: SheetInfo) throws -> Int {
    guard offsets.indices.contains(sheet.number - 1) else { throw error(.cut) }
    return offsets[sheet.number - 1]
  }

  func error(_ kind: WorkbookError.Kind) -> WorkbookError {
    WorkbookError(sourceName: sourceName, kind: kind)
  }

  // MARK: Records before the first sheet

  private func readGlobals() throws {
    var cursor = XLSRecords(stream, at: 0)
    guard let first = cursor.next(), first.type == XLSRecord.bof,
      let version = stream.short(first.body.lowerBound)
    else { throw error(.cut) }
    guard version == 0x0600 || version == 0x0500 else { throw error(.oldOrBinary) }
    isBIFF8 = version == 0x0600
    while true {
      guard let record = cursor.next() else { throw error(.cut) }
      let start = record.body.lowerBound
      switch record.type {
      case XLSRecord.eof: return
      case XLSRecord.filePass:
        guard let decryption = XLSDecryption(stream, record.body, isBIFF8: isBIFF8) else {
          throw error(.encrypted)
        }
        stream = ByteReader(bytes: decryption.decrypted(stream))
        cursor = XLSRecords(stream, at: record.body.upperBound)
      case XLSRecord.codePage: codePage = stream.short(start) ?? codePage
      case XLSRecord.dateMode: uses1904 = stream.short(start) == 1
      case XLSRecord.boundSheet: readSheet(record)
      case XLSRecord.format: readFormat(record)
      case XLSRecord.extendedFormat: readStyle(record)
      case XLSRecord.sharedStrings: try readStrings(cursor.withContinuations(record))
      default: break
      }
    }
  }

  private func readSheet(_ record: XLSRecord) {
    let start = record.body.lowerBound
    // Charts and macros have no cells.
    guard record.body.count >= 8, let offset = stream.long(start), let state = stream.byte(start + 4),
      stream.byte(start + 5) == 0, let length = stream.byte(start + 6), sheets.count < 10_000
    else { return }
    let name = text(characters: length, from: start + 7, in: record)
    offsets.append(offset)
    sheets.append(
      SheetInfo(number: sheets.count + 1, name: name, visibility: state & 3 == 0 ? .visible : .hidden))
  }

  private func readFormat(_ record: XLSRecord) {
    let start = record.body.lowerBound
    guard let id = stream.short(start) else { return }
    let length = isBIFF8 ? stream.short(start + 2) : stream.byte(start + 2)
    formats[id] = CellStyle.custom(text(characters: length ?? 0, from: start + (isBIFF8 ? 4 : 3), in: record))
  }

  private func readStyle(_ record: XLSRecord) {
    guard styles.count < 100_000 else { return }
    let id = stream.short(record.body.lowerBound + 2) ?? 0
    styles.append(formats[id] ?? CellStyle.builtIn(id))
  }

  /// A text within one record.
  func text(characters: Int, from start: Int, in record: XLSRecord) -> String {
    guard record.body.contains(start) else { return "" }
    guard isBIFF8 else {
      return XLSText.decode(
        stream.bytes[start..<min(start + characters, record.body.upperBound)], codePage: codePage)
    }
    var source = XLSText.Source(stream, [record.body], from: start)
    var store = ByteStore(capacity: 64)
    _ = XLSText.append(&source, characters: characters, to: &store)
    return String(decoding: store.all, as: UTF8.self)
  }

  private func readStrings(_ segments: [Range<Int>]) throws {
    var source = XLSText.Source(stream, segments)
    guard source.long() != nil, let claimed = source.long() else { throw error(.cut) }
    for _ in 0..<claimed {
      // Fewer texts than claimed: cells that refer to the others tell.
      guard let length = source.short(), strings.append(&source, characters: length) else { return }
      guard strings.byteCount <= limits.sharedStringBytes else { throw error(.tooLarge("工作簿里的文字太多")) }
    }
  }
}

extension SharedStrings {
  fileprivate func append(_ source: inout XLSText.Source, characters: Int) -> Bool {
    let isWhole = XLSText.append(&source, characters: characters, to: &bytes)
    close()
    return isWhole
  }

  fileprivate var byteCount: Int { bytes.count + 4 * count }
}
