internal import YiceModel
internal import YiceStore

extension RowReader {
  /// A statement's own unit column says what its value is in; the value is stored in the element's unit.
  func scaleStatement(_ elementSlot: Int, _ fail: Fail) {
    guard let element = Element.named(text(values[elementSlot])), let valueSlot,
      case .real(let value) = values[valueSlot]
    else { return }
    var written = unitSlot.map { text(values[$0]) } ?? ""
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

  /// 7, not 7.0.
  private static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}
