internal import YiceModel

extension ValueParser {
  func integer(_ cell: UnsafeBufferPointer<UInt8>, in bounds: ClosedRange<Int64>)
    throws(ValueProblem) -> ParsedCell
  {
    if let value = NumberText.plainInteger(cell), exponent == 0 {
      guard bounds.contains(value) else { throw outOfRange() }
      return ParsedCell(.integer(value))
    }
    let (number, remark) = try number(cell)
    guard let value = number.integer else {
      throw ValueProblem(code: "not-whole", message: "应为整数：\(allowed)")
    }
    guard bounds.contains(value) else { throw outOfRange() }
    return ParsedCell(.integer(value), remark: remark)
  }

  func decimal(_ cell: UnsafeBufferPointer<UInt8>, in bounds: ClosedRange<Double>)
    throws(ValueProblem) -> ParsedCell
  {
    if let value = NumberText.plainInteger(cell), exponent == 0 {
      guard bounds.contains(Double(value)) else { throw outOfRange() }
      return ParsedCell(.real(Double(value)))
    }
    let (number, remark) = try number(cell)
    guard number.decimals <= 4 else {
      throw ValueProblem(code: "too-many-decimals", message: "小数位太多，换算后最多 4 位小数")
    }
    guard let value = number.double, bounds.contains(value) else { throw outOfRange() }
    return ParsedCell(.real(value), remark: remark)
  }

  func year(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    if cell.count == 4, let value = NumberText.plainInteger(cell), SchoolYear(start: Int(value)) != nil {
      return ParsedCell(.integer(value))
    }
    guard let year = SchoolYear(word: Characters.plain(cell)) else {
      throw ValueProblem(code: "bad-year", message: "年份不对或超出范围，应为\(allowed)")
    }
    return ParsedCell(.integer(Int64(year.start)))
  }

  func date(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    guard let date = DateText.normalized(Characters.plain(cell)) else {
      throw ValueProblem(code: "bad-date", message: "不是有效的\(allowed)")
    }
    return ParsedCell(.text(date))
  }

  private func outOfRange() -> ValueProblem {
    ValueProblem(code: "out-of-range", message: "超出范围，应为\(allowed)")
  }

  /// A number as people write it: 约, thousands separators, a unit behind it.
  private func number(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem)
    -> (NumberText, ValueProblem?)
  {
    var text = Characters.plain(cell)
    var remark: ValueProblem?
    for word in ["约", "大约", "≈"] where text.hasPrefix(word) {
      text.removeFirst(word.count)
      remark = ValueProblem(code: "about", message: "写的是约数，已按 \(text) 记入，请核实")
    }
    var shift = exponent
    let unit = String(text.reversed().prefix { !$0.isNumber && $0 != "." }.reversed())
    if !unit.isEmpty {
      guard let written = Unit.exponent(from: unit, to: column.unit ?? unit) else {
        let accepted = Unit.accepted(for: column.unit ?? "").joined(separator: "、")
        throw ValueProblem(
          code: "bad-unit", message: "单位“\(unit)”换算不成本列的单位，可用：\(accepted)")
      }
      text.removeLast(unit.count)
      if Unit.exponent(from: unit, to: column.unit ?? unit) != 0 { shift = written }
    }
    guard let number = NumberText(text, exponent: shift) else {
      throw ValueProblem(code: "bad-number", message: "不是数字，应为\(allowed)")
    }
    return (number, remark)
  }
}
