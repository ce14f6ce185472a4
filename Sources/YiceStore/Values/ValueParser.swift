internal import YiceModel

/// Turns what people type into what one column stores: full-width digits, thousands separators, units, 是/否 in many
/// forms, three date styles.
///
/// Plain cells are taken as they stand, without making a String, so that large sheets stay fast.
///
/// An object and not a value: a copy for each cell of a large sheet would cost more than reading it.
package final class ValueParser: Sendable {
  package let column: CatalogColumn
  /// Exponent of ten that takes the sheet's unit to the stored one (万元 → 元 is 4).
  package let exponent: Int
  private let choices: [[UInt8]]
  /// Words that people write, as bytes, and what they stand for.
  private let aliases: [(written: [UInt8], stored: String)]
  /// What persons said that a word stands for (`Wordings`); comes before everything else.
  private let answers: [String: ParsedCell]
  private let foldsText: Bool
  private let dropsInnerSpaces: Bool
  /// 班号, which people write as 2班 and (2)班 too.
  private let isClassNumber: Bool
  /// 入学年份, which people write as 2020级 and as a date too.
  let isEntryYear: Bool
  /// 建校年份, which people write as a date too.
  let isYear: Bool
  let decimals: Int
  let uses1904: Bool
  let wholeNumbers: ClosedRange<Int64>?
  let amounts: ClosedRange<Double>?

  /// - Parameters:
  ///   - exponent: from the heading's unit, `Unit.exponent(from:to:)`.
  ///   - decimals: most digits behind the point of an amount.
  ///   - uses1904: a bare number in a column of dates counts days from 1904.
  ///   - answers: word → what stands for it, typed as for this column; empty: the cell stays empty.
  package init(
    _ column: CatalogColumn, exponent: Int = 0, answers: [String: String] = [:], decimals: Int = 4,
    uses1904: Bool = false
  ) {
    self.decimals = decimals
    self.uses1904 = uses1904
    self.column = column
    self.exponent = exponent
    if case .choice(let words) = column.type { choices = words.map { Array($0.utf8) } } else { choices = [] }
    aliases = column.aliases.map { (Array($0.key.utf8), $0.value) }
    foldsText = !column.prose && (column.required || column.type == .identifier)
    dropsInnerSpaces = column.sensitive
    isClassNumber = column.name == "class_no"
    isEntryYear = column.name == "entry_year"
    isYear = column.name == "built_year"
    wholeNumbers = column.type.wholeNumbers
    amounts = column.type.amounts
    let plain = answers.isEmpty ? nil : ValueParser(column)
    self.answers = answers.compactMapValues { answer in plain.flatMap { try? $0.parse(answer) } }
  }

  /// Parses one cell.
  /// - Throws: `ValueProblem` when the column cannot take it.
  package func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    let whole = Characters.trimmed(bytes)
    let range = CellText.unwrapped(bytes, whole, prose: column.prose)
    if range.isEmpty { return try empty() }
    let cell = UnsafeBufferPointer(rebasing: bytes[range])
    if !answers.isEmpty, let answer = answers[Wordings.tidy(cell)] { return answer }
    if isPlaceholder(cell) { return ParsedCell(.null) }
    if column.type == .boolean, let answer = plainAnswer(cell) { return ParsedCell(.integer(answer)) }
    if !aliases.isEmpty, !isPlain(cell), let stored = alias(cell) { return try parseStored(stored) }
    if !column.coarse.isEmpty, !isPlain(cell), let stored = column.coarse[Characters.plain(cell)] {
      // A state in which nothing is left to be done asks for more than a word.
      let remark = ValueProblem(
        code: "coarse-word",
        message: column.finished.isEmpty
          ? "没有写清，按“\(stored)”记；如果不对，请写明：\(allowed)"
          : "先按“\(stored)”记，不算销号；已经销号的请写“\(column.finished[0])”，并填销号日期、核验人和佐证；其他写法：\(allowed)")
      return ParsedCell(try parseStored(stored).value, remark: remark)
    }
    switch column.type {
    case .text, .identifier:
      // What is marked as text was not touched by a spreadsheet program.
      if !column.prose, range == whole, let problem = CellText.lostDigits(cell) { throw problem }
      guard let vocabulary = column.vocabulary, !vocabulary.has(cell) else {
        return try text(cell, at: range)
      }
      return try text(cell, at: range, vocabulary)
    case .choice: return try choice(cell, at: range)
    case .count, .integer: return try isClassNumber ? classNumber(cell) : integer(cell)
    case .decimal, .signedDecimal: return try decimal(cell)
    case .boolean: return try boolean(cell)
    case .date: return DateText.isNormalized(cell) ? ParsedCell(.slice(range)) : try date(cell)
    case .year: return try year(cell)
    case .orgCode, .countyCode: return try code(cell)
    case .element: return try element(cell)
    case .sha256: return try digest(cell)
    }
  }

  /// Parses text typed at the keyboard.
  package func parse(_ text: String) throws(ValueProblem) -> ParsedCell {
    let bytes = Array(text.utf8)
    let cell = try bytes.withUnsafeBufferPointer { buffer throws(ValueProblem) in try parse(buffer) }
    guard case .slice(let range) = cell.value else { return cell }
    return ParsedCell(.text(String(decoding: bytes[range], as: UTF8.self)), remark: cell.remark)
  }
}

// MARK: - Text

extension ValueParser {
  /// A dash or a stroke where nothing is to be said: empty, where the cell may be. In a text it is a text.
  private func isPlaceholder(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, first < 0x30 || first == 0x5C || first == 0xE2, !column.required,
      !column.emptyAllowedInKey, column.type != .text, column.type != .identifier
    else { return false }
    let text = Characters.plain(cell)
    return !text.isEmpty && text.allSatisfy { "-—–―/\\".contains($0) }
  }

  private func empty() throws(ValueProblem) -> ParsedCell {
    if column.emptyAllowedInKey { return ParsedCell(.text("")) }
    guard column.required else { return ParsedCell(.null) }
    throw ValueProblem(code: "missing-value", message: "这一格必须填写（\(allowed)）")
  }

  private func text(_ cell: UnsafeBufferPointer<UInt8>, at range: Range<Int>) throws(ValueProblem)
    -> ParsedCell
  {
    guard Characters.needsTidying(cell, spaces: dropsInnerSpaces) else { return ParsedCell(.slice(range)) }
    var tidy = String(decoding: cell, as: UTF8.self)
    if column.prose {
      tidy.removeAll { $0 == "\u{FEFF}" || $0 == "\u{200B}" }
    } else {
      tidy = Characters.withoutMarks(tidy)
    }
    // White space between zero-width characters was not at the cell's ends before.
    tidy = Characters.trimmed(tidy)
    if tidy.isEmpty { return try empty() }
    if foldsText { tidy = Characters.halfWidth(tidy) }
    if dropsInnerSpaces { tidy = Characters.withoutSpacesBetweenHan(tidy) }
    return ParsedCell(.text(tidy))
  }

  /// The word that is meant; what is not understood is kept as it is written, and told.
  private func text(_ cell: UnsafeBufferPointer<UInt8>, at range: Range<Int>, _ vocabulary: Vocabulary)
    throws(ValueProblem) -> ParsedCell
  {
    let parsed = try text(cell, at: range)
    if case .null = parsed.value { return parsed }
    if let word = vocabulary.word(Characters.withoutMarks(String(decoding: cell, as: UTF8.self))) {
      return ParsedCell(.text(word))
    }
    return ParsedCell(
      parsed.value, remark: ValueProblem(code: "not-understood", message: vocabulary.advice))
  }

  private func choice(_ cell: UnsafeBufferPointer<UInt8>, at range: Range<Int>) throws(ValueProblem)
    -> ParsedCell
  {
    for choice in choices where choice.count == cell.count && choice.elementsEqual(cell) {
      return ParsedCell(.slice(range))
    }
    let folded = Characters.plain(cell)
    if choices.contains(Array(folded.utf8)) { return ParsedCell(.text(folded)) }
    if let around = column.around, let stored = around.find(folded, { column.aliases[$0] ?? choice($0) }) {
      return ParsedCell(.text(stored))
    }
    throw ValueProblem(code: "not-allowed", message: "不在允许的取值内，允许：\(allowed)")
  }

  private func choice(_ word: String) -> String? {
    if case .choice(let words) = column.type, words.contains(word) { word } else { nil }
  }

  private func code(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    let folded = Characters.plain(cell)
    let fits = column.type == .countyCode ? OrgCode.isCounty(folded) : OrgCode.isValid(folded)
    guard fits else {
      throw ValueProblem(code: "bad-code", message: "代码形式不对，应为\(allowed)")
    }
    return ParsedCell(.text(folded))
  }

  private func element(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    let folded = Characters.plain(cell)
    guard let element = Element.named(folded) else {
      throw ValueProblem(
        code: "not-allowed",
        message: "不认识的数据项，允许：\(Element.all.map(\.name).joined(separator: "、"))")
    }
    return ParsedCell(.text(element.name))
  }

  private func digest(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    let text = Characters.plain(cell).lowercased()
    guard text.utf8.count == 64, text.allSatisfy(\.isHexDigit) else {
      throw ValueProblem(code: "bad-digest", message: "应为\(allowed)")
    }
    return ParsedCell(.text(text))
  }

  /// A stored choice as it stands, or plain digits: no alias to look for.
  private func isPlain(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    if choices.isEmpty { return NumberText.plainInteger(cell) != nil }
    return choices.contains { $0.count == cell.count && $0.elementsEqual(cell) }
  }

  private func alias(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    aliases.first { $0.written.count == cell.count && $0.written.elementsEqual(cell) }?.stored
      ?? column.aliases[Characters.plain(cell)]
  }

  private func parseStored(_ stored: String) throws(ValueProblem) -> ParsedCell {
    if column.type == .boolean, let number = Int64(stored) { return ParsedCell(.integer(number)) }
    guard case .integer = column.type, let bounds = wholeNumbers, let number = Int64(stored) else {
      return ParsedCell(.text(stored))
    }
    guard bounds.contains(number) else {
      throw ValueProblem(code: "out-of-range", message: "超出范围，应为\(allowed)")
    }
    return ParsedCell(.integer(number))
  }

  var allowed: String { column.type.allowed(unit: column.unit) }
}

// MARK: - Yes and no

extension ValueParser {
  private static let words: [String: Int64] = [
    "1": 1, "是": 1, "有": 1, "√": 1, "✓": 1, "✔": 1, "y": 1, "yes": 1, "true": 1, "t": 1, "对": 1,
    "0": 0, "否": 0, "无": 0, "没有": 0, "×": 0, "x": 0, "✗": 0, "n": 0, "no": 0, "false": 0,
    "f": 0, "不是": 0, "非": 0,
  ]

  /// What most cells say, without making a String.
  private func plainAnswer(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    if cell.count == 1, let byte = cell.first {
      if byte == UInt8(ascii: "1") { return 1 }
      if byte == UInt8(ascii: "0") { return 0 }
    }
    if cell.elementsEqual("是".utf8) { return 1 }
    return cell.elementsEqual("否".utf8) ? 0 : nil
  }

  private func boolean(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> ParsedCell {
    let word = Characters.plain(cell).lowercased()
    if let stored = column.around?.find(word, { column.aliases[$0] }), let answer = ValueParser.words[stored]
    {
      return ParsedCell(.integer(answer))
    }
    guard let value = ValueParser.words[word] else {
      throw ValueProblem(code: "bad-yes-no", message: "应填 是 或 否（也可用 √ × 1 0 Y N 有 无）")
    }
    return ParsedCell(.integer(value))
  }
}
