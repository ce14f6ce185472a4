internal import YiceModel

/// Decision 0004.
extension ValueParser {
  func integer(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    guard let bounds = wholeNumbers else { throw notANumber() }
    if let value = NumberText.plainInteger(cell), exponent == 0 {
      guard bounds.contains(value) else { throw outOfRange() }
      return ParsedCell(.integer(value))
    }
    // 建校时间 1985年9月 or 1985-09-01 names the year.
    if isYear, let year = ValueParser.yearOfDate(Characters.plain(cell)), bounds.contains(year) {
      return ParsedCell(.integer(year))
    }
    let (number, remark) = try number(cell)
    guard let value = number.integer else {
      throw ValueProblem(code: "not-whole", message: "应为整数：\(allowed)")
    }
    guard bounds.contains(value) else { throw outOfRange() }
    return ParsedCell(.integer(value), remark: remark)
  }

  private static func yearOfDate(_ text: String) -> Int64? {
    let date = DateText.normalized(text) ?? DateText.endOfMonth(text)
    if let date { return Int64(date.prefix(4)) }
    return text.last == "年" ? Int64(text.dropLast()) : nil
  }

  func classNumber(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    if NumberText.plainInteger(cell) == nil,
      let name = ClassName(String(decoding: cell, as: UTF8.self)), name.grade == nil, name.entryYear == nil,
      let number = name.classNo
    {
      return ParsedCell(.integer(Int64(number)))
    }
    return try integer(cell)
  }

  func decimal(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    guard let bounds = amounts else { throw notANumber() }
    if let value = NumberText.plainInteger(cell), exponent == 0 {
      guard bounds.contains(Double(value)) else { throw outOfRange() }
      return ParsedCell(.real(Double(value)))
    }
    let (number, remark) = try number(cell)
    guard number.decimals <= decimals else {
      throw ValueProblem(code: "too-many-decimals", message: "小数位太多，换算后最多 4 位小数")
    }
    guard let value = number.double, bounds.contains(value) else { throw outOfRange() }
    return ParsedCell(.real(value), remark: remark)
  }

  func year(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    if cell.count == 4, let value = NumberText.plainInteger(cell), SchoolYear(start: Int(value)) != nil {
      return ParsedCell(.integer(value))
    }
    var text = Characters.plain(cell)
    if isEntryYear {
      // 2020级, 2020年9月 and 2020-09-01 name the year too.
      if text.hasSuffix("级") { text.removeLast() }
      if let date = DateText.normalized(text) ?? DateText.endOfMonth(text) { text = String(date.prefix(4)) }
    }
    guard let year = SchoolYear(word: text) else {
      throw ValueProblem(code: "bad-year", message: "年份不对或超出范围，应为\(allowed)")
    }
    return ParsedCell(.integer(Int64(year.start)))
  }

  func date(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    let written = Characters.halfWidth(String(decoding: cell, as: UTF8.self))
    let bare = uses1904 ? NumberText.plainInteger(cell) : nil
    let serial = bare.flatMap { $0 < 100_000 ? DateText.fromExcelSerial(Int($0) + DateText.from1904) : nil }
    guard let date = serial ?? DateText.normalized(written) else {
      if let day = column.ofMonth, let last = DateText.endOfMonth(written) {
        let date = day == .last ? last : String(last.dropLast(2)) + "01"
        let remark = ValueProblem(
          code: "month-only", message: "只写到月，按月\(day == .last ? "末" : "初") \(date) 记")
        return ParsedCell(.text(date), remark: remark)
      }
      if column.mayBePeriod, let date = PeriodText(written, year: nil)?.lastDay {
        let remark = ValueProblem(code: "period", message: "是一段时间，按最后一天 \(date) 记；原文请写在“时限原文”或“时间原文”")
        return ParsedCell(.text(date), remark: remark)
      }
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
    for word in NumberWords.about
    where text.hasPrefix(word) || text.hasSuffix(word) && text.count > word.count {
      text = text.hasPrefix(word) ? String(text.dropFirst(word.count)) : String(text.dropLast(word.count))
      remark = ValueProblem(code: "about", message: "写的是约数，已按 \(text) 记入，请核实")
    }
    if case .count = column.type, NumberWords.none.contains(text) {
      text = "0"
      remark = ValueProblem(code: "none", message: "写的是“无”，已按 0 记入；不知道的请留空")
    }
    var shift = exponent
    if let sign = NumberWords.currencies.first(where: text.hasPrefix), column.unit != nil {
      shift = try self.exponent(of: NumberWords.currency)
      text.removeFirst(sign.count)
    }
    if NumberWords.wholeAmounts.contains(where: text.hasSuffix) { text.removeLast() }
    let unit = NumberWords.unit(behind: text)
    if !unit.isEmpty {
      guard unit.count < text.count else { throw notANumber() }
      let written = try self.exponent(of: unit)
      text.removeLast(unit.count)
      // What the cell says of itself comes before its heading's unit: 3.5元 below 金额(万元) is 3.5.
      if column.unit != nil { shift = written }
    }
    guard let number = NumberText(text, exponent: shift) else {
      throw notANumber()
    }
    return (number, remark)
  }

  private func notANumber() -> ValueProblem {
    ValueProblem(code: "bad-number", message: "不是数字，应为\(allowed)")
  }

  /// Power of ten of a unit written behind a number.
  private func exponent(of unit: String) throws(ValueProblem) -> Int {
    guard let stored = column.unit else {
      // A share is no amount: 50% of the pupils is not 50 pupils.
      guard Unit.isMeasureWord(unit), Unit.exponent(from: unit, to: "%") == nil else {
        throw ValueProblem(
          code: "bad-unit", message: "“\(unit)”不能写在这一列的数字后面，请换算后只填数字，单位写在“单位”列")
      }
      return 0
    }
    guard let written = Unit.exponent(from: unit, to: stored) else {
      let accepted = Unit.accepted(for: stored).joined(separator: "、")
      throw ValueProblem(
        code: "bad-unit", message: "单位“\(unit)”换算不成本列的单位，可用：\(accepted)")
    }
    return written
  }
}
