/// The rows of a worksheet whose XML is as spreadsheet programs write it: rows, cells, values and nothing else between
/// them. Expat calls back seven times for each cell; this reads the same in a tenth of the time. Decision 0171.
///
/// Whatever is not just so, well-formed or not, is `odd`: then expat reads the sheet from its start, and says what it is.
final class PlainRows {
  enum Step { case row, end, odd }

  private let source: SheetBytes
  private let handler: SheetHandler
  private let state: UnsafeMutablePointer<SheetHandler.State>
  private let limits: WorkbookLimits
  /// Where reading goes on. A zero stands behind the last byte.
  var at: UnsafePointer<UInt8>
  private var names: [UnsafeBufferPointer<UInt8>] = []
  private var isAtEnd = false

  /// - Parameter handler: gets the columns that stand before the rows, and the rows' cells.
  /// - Returns: `nil` when the sheet does not begin as it should.
  init?(_ source: SheetBytes, _ handler: SheetHandler, sourceName: String, limits: WorkbookLimits) {
    self.source = source
    self.handler = handler
    self.limits = limits
    state = handler.state
    at = UnsafePointer(source.bytes)
    let start = source.start ?? PlainRows.start(of: source, handler, sourceName: sourceName, limits: limits)
    source.start = start
    guard let position = start.position else { return nil }
    handler.remarks = start.remarks
    at += position
  }

  /// Lets the parser read what stands before the rows.
  private static func start(
    of source: SheetBytes, _ handler: SheetHandler, sourceName: String, limits: WorkbookLimits
  ) -> SheetBytes.Start {
    let tag = Array("<sheetData>".utf8)
    handler.stopsAtRows = true
    guard isUTF8(source),
      let part = try? XMLPart(source.reader(), handler, sourceName: sourceName, limits: limits),
      (try? part.run()) != nil, handler.hasMetRows, handler.progress.pointee.depth == 2
    else { return SheetBytes.Start() }
    // Stopped within an element, the parser stands behind its tag.
    let position = part.position
    guard position > tag.count, position <= source.count,
      UnsafeBufferPointer(start: source.bytes + position - tag.count, count: tag.count).elementsEqual(tag)
    else { return SheetBytes.Start() }
    return SheetBytes.Start(position: position, remarks: handler.remarks)
  }

  /// Whether the bytes are UTF-8 from the first on, and the declaration says nothing else.
  private static func isUTF8(_ source: SheetBytes) -> Bool {
    let all = UnsafeBufferPointer(start: UnsafePointer(source.bytes), count: source.count)
    var check = UTF8Check()
    guard all.first == UInt8(ascii: "<"), check.consume(all), !check.isCut else { return false }
    let head = String(decoding: all.prefix(200), as: UTF8.self)
    guard head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>") else {
      return head.hasPrefix("<worksheet")
    }
    let declaration = head[..<end.lowerBound].lowercased()
    return !declaration.contains("encoding") || declaration.contains("encoding=\"utf-8\"")
  }

  /// Reads on to the end of the next row.
  func next() -> Step {
    guard !isAtEnd else { return .end }
    skipSpace()
    if skip("</sheetData>") {
      isAtEnd = true
      return .end
    }
    guard skip("<row"), let isEmpty = startRow() else { return .odd }
    while !isEmpty {
      skipSpace()
      if skip("</row>") { break }
      guard skip("<c"), cell(), handler.failure == nil else { return .odd }
    }
    guard !goesOn() else { return .odd }
    state.pointee.isInRow = false
    state.pointee.isWhole = true
    return .row
  }

  /// Whether the next element is more of the same row: some writers give each cell a row of its own.
  private func goesOn() -> Bool {
    let here = at
    defer { at = here }
    skipSpace()
    guard skip("<row") else { return false }
    while skipSpace(), let (name, value) = attribute() {
      if name.elementsEqual("r".utf8) { return decimal(value) == state.pointee.rowNumber }
    }
    return false
  }

  // MARK: - Rows and cells

  /// - Returns: whether the row is empty, or `nil`.
  private func startRow() -> Bool? {
    var number = state.pointee.rowNumber + 1
    var isHidden = false
    names.removeAll(keepingCapacity: true)
    while true {
      let hadSpace = skipSpace()
      let isEmpty = skip("/>")
      if isEmpty || skip(">") {
        guard number <= limits.rows else { return nil }
        handler.begin(number, isHidden)
        return isEmpty
      }
      guard hadSpace, let (name, value) = attribute(), !names.contains(where: { $0.elementsEqual(name) })
      else {
        return nil
      }
      names.append(name)
      if name.elementsEqual("r".utf8) {
        guard let given = decimal(value), !value.contains(0x20), given >= number else { return nil }
        number = given
      } else if name.elementsEqual("hidden".utf8) {
        isHidden = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
      } else if name.starts(with: "xmlns".utf8) {
        return nil
      }
    }
  }

  /// From behind `<c` to behind its end.
  private func cell() -> Bool {
    var column = state.pointee.column + 1
    var style = CellStyle.number
    var type = SheetHandler.CellType.number
    var met: UInt8 = 0
    while true {
      let hadSpace = skipSpace()
      if at.pointee == UInt8(ascii: ">") || at.pointee == UInt8(ascii: "/") { break }
      let name = at.pointee
      guard hadSpace, at[1] == UInt8(ascii: "="), at[2] == UInt8(ascii: "\"") else { return false }
      at += 3
      switch name {
      case UInt8(ascii: "r") where met & 1 == 0:
        guard let given = reference(), given >= column else { return false }
        column = given
        met |= 1
      case UInt8(ascii: "s") where met & 2 == 0:
        guard let number = number() else { return false }
        if number < handler.styles.count { style = handler.styles[number] }
        met |= 2
      case UInt8(ascii: "t") where met & 4 == 0:
        guard let known = self.type() else { return false }
        type = known
        met |= 4
      default: return false
      }
      guard at.pointee == UInt8(ascii: "\"") else { return false }
      at += 1
    }
    guard column <= limits.columns else { return false }
    handler.begin(column: column, style, type)
    if skip("/>") { return true }
    at += 1
    while true {
      skipSpace()
      if skip("</c>") { break }
      guard type == .inline ? inlineText() : value() || formula() else { return false }
    }
    handler.endCell()
    return true
  }

  private func value() -> Bool {
    guard skip("<v>"), !state.pointee.hasValue else { return false }
    state.pointee.hasValue = true
    return text(keeps: true) && skip("</v>")
  }

  private func formula() -> Bool {
    guard skip("<f>"), !state.pointee.hasFormula else { return false }
    state.pointee.hasFormula = true
    return text(keeps: false) && skip("</f>")
  }

  private func inlineText() -> Bool {
    guard skip("<is>") else { return false }
    if skip("<t/>") { return skip("</is>") }
    guard skip("<t>") || skip("<t xml:space=\"preserve\">"), text(keeps: true), skip("</t>") else {
      return false
    }
    return skip("</is>")
  }

  /// Reads text up to the next tag into the cell.
  private func text(keeps: Bool) -> Bool {
    while true {
      let start = at
      while at.pointee >= 0x20, at.pointee != UInt8(ascii: "<"), at.pointee != UInt8(ascii: "&"),
        at.pointee != UInt8(ascii: ">"), at.pointee != 0xEF
      {
        at += 1
      }
      // U+FFFE and U+FFFF are no characters of XML.
      if at.pointee == 0xEF {
        guard !(at[1] == 0xBF && at[2] >= 0xBE) else { return false }
        at += 3
      }
      if keeps { state.pointee.text.append(UnsafeBufferPointer(start: start, count: at - start)) }
      guard state.pointee.text.count <= limits.rowBytes else { return false }
      switch at.pointee {
      case UInt8(ascii: "<"): return true
      case 0x09, 0x0A:
        if keeps { state.pointee.text.append(UnsafeBufferPointer(start: at, count: 1)) }
        at += 1
      case UInt8(ascii: "&"):
        guard let character = entity() else { return false }
        var byte = character
        if keeps {
          withUnsafePointer(to: &byte) { state.pointee.text.append(UnsafeBufferPointer(start: $0, count: 1)) }
        }
      case 0x20...0xFF where at > start: continue
      default: return false
      }
    }
  }

  private func entity() -> UInt8? {
    if skip("&amp;") { return UInt8(ascii: "&") }
    if skip("&lt;") { return UInt8(ascii: "<") }
    if skip("&gt;") { return UInt8(ascii: ">") }
    if skip("&quot;") { return UInt8(ascii: "\"") }
    return skip("&apos;") ? UInt8(ascii: "'") : nil
  }
}
