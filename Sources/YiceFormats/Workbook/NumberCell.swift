internal import Glibc

/// Turns the numbers of a workbook's cells into text: dates by their style, integers without `.0`, decimals to 15
/// digits in their shortest form.
/// Decision 0113.
struct NumberCell {
  let uses1904: Bool

  /// Appends a number in the form that XML has it.
  ///
  /// - Returns: `false` when the text is no number.
  @inline(__always)
  func append(_ text: UnsafeBufferPointer<UInt8>, _ style: CellStyle, to row: inout SheetRow) -> Bool {
    if style == .number, NumberCell.isPlain(text) {
      row.appendCell(text)
      return true
    }
    return appendParsed(text, style, to: &row)
  }

  /// Appends a number as a person reads it.
  func append(_ value: Double, _ style: CellStyle, to row: inout SheetRow) {
    if case .code(let pattern) = style, let code = pattern.text(value) {
      row.appendCell(code)
    } else if case .amount(let pattern) = style {
      let number = NumberCell.shown(value / pow(10, Double(pattern.scale)))
      row.appendCell(shortestText(of: number == 0 ? 0 : number) + pattern.unit)
    } else if style != .number, let date = SerialDate(serial: value, uses1904: uses1904)?.text(style) {
      row.appendCell(date)
    } else if abs(value) >= 1e15, value == value.rounded() {
      // Spreadsheets keep 15 digits: the rest of a longer number, such as a card's, is lost.
      row.appendCell(SheetRemarks.lostDigits + shortestText(of: NumberCell.shown(value)))
    } else {
      row.appendCell(shortestText(of: value == 0 ? 0 : NumberCell.shown(value)))
    }
  }

  /// To 15 digits, as spreadsheets show numbers: people see 0.3 where 0.1 + 0.2 is stored.
  private static func shown(_ value: Double) -> Double {
    var text = [CChar](repeating: 0, count: 40)
    _ = withVaList([value]) { vsnprintf(&text, text.count, "%.15g", $0) }
    return strtod(text, nil)
  }

  private func appendParsed(
    _ text: UnsafeBufferPointer<UInt8>, _ style: CellStyle, to row: inout SheetRow
  ) -> Bool {
    let trimmed = String(decoding: text, as: UTF8.self).filter { !$0.isWhitespace }
    guard let value = Double(trimmed), value.isFinite,
      trimmed.utf8.first.map({ $0 != 0x6E && $0 != 0x69 }) ?? false
    else { return false }
    append(value, style, to: &row)
    return true
  }

  /// Whether the text is a number in its shortest form already: up to 15 digits, no exponent, no zeros at its ends.
  @inline(__always)
  private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count > 0, text.count <= 16 else { return false }
    var index = 0
    if text[0] == 0x2D { index = 1 }
    guard index < text.count else { return false }
    let first = text[index]
    guard first &- 0x30 < 10 else { return false }
    if first == 0x30, index + 1 < text.count, text[index + 1] != 0x2E { return false }
    if first == 0x30, index + 1 == text.count { return index == 0 }
    var point = -1
    while index < text.count {
      let byte = text[index]
      if byte == 0x2E {
        if point >= 0 { return false }
        point = index
      } else if byte &- 0x30 >= 10 {
        return false
      }
      index += 1
    }
    // 15 digits survive the way through a double.
    if point < 0 { return text.count <= 15 }
    return text[text.count - 1] != 0x30 && text[text.count - 1] != 0x2E
  }
}
