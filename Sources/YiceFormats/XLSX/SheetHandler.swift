internal import CExpat
internal import Glibc

/// Reads the rows of a worksheet; it pauses the parser behind each one.
final class SheetHandler: XMLHandler {
  /// What is touched with each cell, in memory of its own: a property of a class costs a check each time.
  struct State: ~Copyable {
    var row = SheetRow()
    var text = ByteStore()
    var rowNumber = 0
    var column = 0
    var type = CellType.number
    var style = CellStyle.number
    var takesText = false
    var hasFormula = false
    var hasValue = false
    var isInPhonetic = false
    var isRowHidden = false
    var isInRow = false
    /// The row is whole but for what further elements of the same number may add.
    var isWhole = false
    /// A row that began when the one before it was to be handed out.
    var waiting: (number: Int, isHidden: Bool, isEnded: Bool)?
    var cells = 0
    var rowBytes = 0
  }

  enum CellType { case number, shared, inline, formulaText, boolean, error, date }

  let state: UnsafeMutablePointer<State>
  /// For a reader that reads the rows by itself: the parser ends where they begin.
  var stopsAtRows = false
  private(set) var hasMetRows = false
  var remarks = SheetRemarks()
  private let strings: SharedStrings
  let styles: [CellStyle]
  private let numbers: NumberCell
  private let limits: WorkbookLimits

  init(strings: SharedStrings, styles: [CellStyle], uses1904: Bool, limits: WorkbookLimits) {
    self.strings = strings
    self.styles = styles
    self.limits = limits
    numbers = NumberCell(uses1904: uses1904)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    super.init()
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  // MARK: Elements

  override func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
    if name[1] == 0 {
      switch name[0] {
      case 0x63: startCell(attributes)  // c
      case 0x76:  // v
        state.pointee.takesText = state.pointee.type != .inline
        state.pointee.hasValue = true
      case 0x74: state.pointee.takesText = state.pointee.type == .inline && !state.pointee.isInPhonetic  // t
      case 0x66: state.pointee.hasFormula = true  // f
      default: break
      }
    } else if isWord(name, "row") {
      startRow(attributes)
    } else if isWord(name, "rPh") {
      state.pointee.isInPhonetic = true
    } else if isWord(name, "col") {
      readColumns(attributes)
    } else if stopsAtRows, isWord(name, "sheetData") {
      hasMetRows = true
      finish()
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    if name[1] == 0 {
      switch name[0] {
      case 0x63: endCell()
      case 0x76, 0x74: state.pointee.takesText = false
      default: break
      }
    } else if isWord(name, "row") {
      if state.pointee.waiting != nil {
        state.pointee.waiting?.isEnded = true
      } else {
        state.pointee.isInRow = false
        state.pointee.isWhole = true
      }
    } else if isWord(name, "rPh") {
      state.pointee.isInPhonetic = false
    } else if isWord(name, "sheetData") {
      finish()
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard state.pointee.takesText else { return }
    state.pointee.text.append(bytes)
    if state.pointee.text.count > limits.rowBytes { fail(.tooLarge("一个单元格里的文字太长")) }
  }

  /// `<col min="2" max="3" hidden="1"/>`, before the rows; the last one may reach to the end of the sheet.
  private func readColumns(_ attributes: XMLAttributes) {
    guard remarks.hiddenColumns.count < SheetRemarks.hiddenRunLimit,
      attributeIsSet(attributes, "hidden"), let first = attribute(attributes, "min").flatMap(decimal),
      let last = attribute(attributes, "max").flatMap(decimal), first >= 1, first <= last
    else { return }
    remarks.hiddenColumns.append(first...last)
  }

  // MARK: Rows and cells

  private func startRow(_ attributes: XMLAttributes) {
    var number = state.pointee.rowNumber + 1
    if let given = attribute(attributes, "r") {
      guard let parsed = decimal(given), parsed >= state.pointee.rowNumber, parsed > 0 else {
        return fail(.damaged("第 \(state.pointee.rowNumber) 行以后的行号不对"))
      }
      number = parsed
    }
    guard number <= limits.rows else { return fail(.tooLarge("工作表的行数超过 \(limits.rows)")) }
    let isHidden = attributeIsSet(attributes, "hidden")
    // Some writers give each cell a row element of its own.
    if number == state.pointee.rowNumber {
      state.pointee.isInRow = true
      state.pointee.isWhole = false
    } else if state.pointee.isWhole {
      state.pointee.waiting = (number, isHidden, false)
      pause()
    } else {
      begin(number, isHidden)
    }
  }

  func begin(_ number: Int, _ isHidden: Bool) {
    state.pointee.rowNumber = number
    state.pointee.column = 0
    state.pointee.rowBytes = 0
    state.pointee.isInRow = true
    state.pointee.isWhole = false
    state.pointee.isRowHidden = isHidden
    state.pointee.row.reset(number: number)
  }

  /// Goes on behind the row that was handed out, with the one that waited for it.
  func resume() {
    guard let waiting = state.pointee.waiting else { return }
    state.pointee.waiting = nil
    begin(waiting.number, waiting.isHidden)
    if waiting.isEnded {
      state.pointee.isInRow = false
      state.pointee.isWhole = true
    }
  }

  /// Hands out the row that is whole.
  ///
  /// - Returns: `false` when there is none.
  func takeRow() -> Bool {
    guard state.pointee.isWhole else { return false }
    state.pointee.isWhole = false
    if state.pointee.isRowHidden, state.pointee.row.count > 0 {
      remarks.hiddenRows += 1
      if remarks.firstHiddenRow == nil { remarks.firstHiddenRow = state.pointee.rowNumber }
    }
    return true
  }

  @inline(__always)
  private func startCell(_ attributes: XMLAttributes) {
    guard state.pointee.isInRow else { return }
    var column = state.pointee.column + 1
    var style = CellStyle.number
    var type = CellType.number
    var index = 0
    while let name = attributes[index], let value = attributes[index + 1] {
      index += 2
      guard name[1] == 0 else { continue }
      switch name[0] {
      case 0x72:  // r
        guard let given = columnNumber(value), given >= column else {
          return fail(.damaged("第 \(state.pointee.rowNumber) 行的单元格次序不对"))
        }
        column = given
      case 0x73:  // s
        if let number = decimal(value), number < styles.count { style = styles[number] }
      case 0x74:  // t
        type = cellType(value)
      default: break
      }
    }
    guard column <= limits.columns else { return fail(.tooLarge("工作表的列数超过 \(limits.columns)")) }
    begin(column: column, style, type)
  }

  @inline(__always)
  func begin(column: Int, _ style: CellStyle, _ type: CellType) {
    state.pointee.column = column
    state.pointee.style = style
    state.pointee.type = type
    state.pointee.hasFormula = false
    state.pointee.hasValue = false
    state.pointee.text.removeAll()
  }

  @inline(__always)
  func endCell() {
    guard state.pointee.isInRow else { return }
    let text = state.pointee.text.all
    if text.isEmpty {
      // `<v></v>` of a text is the empty text that the formula gives.
      if state.pointee.hasFormula, state.pointee.type == .number || !state.pointee.hasValue, makeRoom(16) {
        state.pointee.row.appendCell(SheetRemarks.uncalculated)
      }
      return
    }
    switch state.pointee.type {
    case .shared:
      guard let number = decimal(trimmed(text)), let shared = strings.text(number) else {
        return fail(.damaged("第 \(state.pointee.rowNumber) 行的一个单元格指向没有的文字"))
      }
      if !shared.isEmpty, makeRoom(shared.count) { state.pointee.row.appendCell(shared) }
    case .number:
      guard makeRoom(text.count) else { return }
      if !numbers.append(text, state.pointee.style, to: &state.pointee.row) {
        state.pointee.row.appendCell(text)
      }
    case .inline, .formulaText:
      state.pointee.text.decodeEscapes(from: 0)
      let decoded = state.pointee.text.all
      if !decoded.isEmpty, makeRoom(decoded.count) { state.pointee.row.appendCell(decoded) }
    case .boolean:
      let word = trimmed(text)
      let isTrue = word.first == 0x31 || word.elementsEqual("true".utf8)
      if makeRoom(5) { state.pointee.row.appendCell(isTrue ? "TRUE" : "FALSE") }
    case .error:
      if makeRoom(text.count) { state.pointee.row.appendCell(trimmed(text)) }
    case .date:
      if makeRoom(text.count) { state.pointee.row.appendCell(isoDate(trimmed(text))) }
    }
  }

  /// Fills up with empty cells to the cell's column and counts what the row and the sheet take.
  @inline(__always)
  private func makeRoom(_ bytes: Int) -> Bool {
    let column = state.pointee.column
    state.pointee.rowBytes += bytes
    state.pointee.cells += column - state.pointee.row.count
    guard state.pointee.rowBytes <= limits.rowBytes else {
      fail(.tooLarge("一行里的文字太长"))
      return false
    }
    guard state.pointee.cells <= limits.cells else {
      fail(.tooLarge("工作表的单元格超过 \(limits.cells / 10_000) 万个"))
      return false
    }
    if column - 1 > state.pointee.row.count { state.pointee.row.padCells(to: column - 1) }
    return true
  }

  private func cellType(_ text: UnsafePointer<CChar>) -> CellType {
    if text[0] == 0x20 { return cellType(text + 1) }
    return switch text[0] {
    case 0x73:
      text[1] == 0 || text[1] == 0x20 ? .shared : strncmp(text, "str", 3) == 0 ? .formulaText : .number
    case 0x69: .inline
    case 0x62: .boolean
    case 0x65: .error
    case 0x64: .date
    default: .number
    }
  }

  /// `2022-09-01T08:30:00` as `2022-09-01 08:30:00`, midnight left out.
  private func isoDate(_ text: UnsafeBufferPointer<UInt8>) -> String {
    let whole = String(decoding: text, as: UTF8.self)
    let parts = whole.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return whole }
    let time = parts[1].prefix { $0 != "." && $0 != "Z" }
    return time == "00:00:00" ? String(parts[0]) : "\(parts[0]) \(time)"
  }
}
