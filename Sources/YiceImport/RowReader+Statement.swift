internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension RowReader {
  /// A statement's own unit column says what its value is in; the value is stored in the element's unit.
  func scaleStatement(_ elementSlot: Int, _ row: SheetRow, _ fail: Fail, _ report: (Finding) -> Void) {
    guard let element = Element.named(text(values[elementSlot])), let valueSlot,
      case .real(let value) = values[valueSlot]
    else { return }
    var written = unitSlot.map { text(values[$0]) } ?? ""
    if let behind = statementUnit {
      guard
        written.isEmpty
          || Unit.exponent(from: written, to: element.unit) == Unit.exponent(from: behind, to: element.unit)
      else {
        return fail("bad-unit", "数值", behind, "数字后面的单位和“单位”一列的“\(written)”不同，请改正其中一处")
      }
      written = behind
    }
    if written.isEmpty {
      let fitting = plan.titleUnits.filter { Unit.exponent(from: $0, to: element.unit) != nil }
      let isOpen =
        fitting.isEmpty && Unit.hasMultiples(element.unit) && !plan.unclearTitleUnits.isEmpty
      guard Set(fitting.map { Unit.exponent(from: $0, to: element.unit) }).count <= 1, !isOpen else {
        let words = (fitting + plan.unclearTitleUnits).joined(separator: "、")
        fail("bad-unit", "单位", nil, "标题行的单位“\(words)”说不清“\(element.name)”是多少\(element.unit)，请逐行填写单位")
        return
      }
      written = fitting.first ?? element.unit
      if fitting.isEmpty, element.unit == "元", value != 0, !saysMoney {
        report(
          Finding(
            .warning, "no-unit", at: place(row, columns[valueSlot].label), value: RowReader.plain(value),
            "“\(element.name)”没有写单位，按元记入；是万元的，请在“单位”里写明再导入"))
      }
    }
    guard let stored = StatementUnit.stored(value, of: element, in: written) else {
      fail("bad-unit", "单位", written, StatementUnit.problem(element))
      return
    }
    if !StatementUnit.isExact(value, of: element, in: written) {
      fail("too-many-decimals", "数值", RowReader.plain(value), "小数位太多，换算成\(element.unit)后最多 4 位小数")
      return
    }
    if let problem = StatementRange.problem(stored, of: element) {
      fail("out-of-range", "数值", RowReader.plain(value), problem)
      return
    }
    values[valueSlot] = .real(stored)
    if let unitSlot { values[unitSlot] = .text(element.unit) }
  }

  /// The figure's own heading says what it is in.
  private var saysMoney: Bool {
    cells.contains { $0.slot == valueSlot && ($0.parser.exponent != 0 || $0.heading.contains("元")) }
  }

  /// Reads 8.5万元 of a statement: the unit is kept for when it is known of what.
  ///
  /// - Returns: nil where the cell is to be read as any other.
  func parseStatement(_ cell: UnsafeBufferPointer<UInt8>, _ column: CellParser) throws(ValueProblem)
    -> ParsedCell?
  {
    guard elementSlot != nil, column.slot == valueSlot, cell.contains(where: { $0 >= 0x61 })
    else { return nil }
    let written = Characters.plain(cell)
    let unit = NumberWords.unit(behind: written)
    guard !unit.isEmpty, unit.count < written.count, Unit.isKnown(unit) || Unit.isArea(unit) else {
      return nil
    }
    statementUnit = unit
    return try column.parser.parse(String(written.dropLast(unit.count)))
  }

  /// 7, not 7.0.
  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
