package import YiceModel

/// What a 填报值 may be: as its register would take it. People, classes, rooms and copies are counted in whole numbers,
/// nothing is below 0, and no amount is larger than a register holds. Decision 0122.
package enum StatementRange {
  /// What is wrong with a figure in the element's own unit; nil: nothing.
  package static func problem(_ value: Double, of element: Element) -> String? {
    let most = element.isWhole ? Double(Int32.max) : ColumnType.largestAmount.value
    guard value >= 0 else { return "“\(element.name)”不能小于 0" }
    guard value <= most else { return "“\(element.name)”大得不可能，请核对数值和单位（按\(element.unit)存）" }
    guard !element.isWhole || value == value.rounded() else {
      return "“\(element.name)”应为整数，单位\(element.unit)"
    }
    return nil
  }
}
