package import YiceModel
package import YiceStore

/// Reads what-if changes as people write them, one a line:
///
///     石桥小学 体育教师数 +2
///     石桥九年 初中 教学仪器设备值 +50万元
///     2199000001 学生数 小学 =900
///     实验小学 -> 城关二小 学生数 小学 120
///     实验小学 骨干教师数、高于规定学历教师数 +1
///
/// Empty lines and what follows # are left out.
package struct ChangeReader {
  private let schools: SchoolDirectory

  package init(_ schools: SchoolDirectory) { self.schools = schools }

  /// - Parameter name: what messages call the text.
  /// - Throws: `ChangeTextError`.
  package func read(_ text: String, name: String) throws -> [AmountChange] {
    try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
      let plain = line.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
      guard plain.contains(where: { !$0.isWhitespace }) else { return [AmountChange]() }
      return try self.line(String(plain), at: "\(name) 第 \(index + 1) 行")
    }
  }

  /// - Throws: `ChangeTextError`.
  package func line(_ text: String, at place: String) throws -> [AmountChange] {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    func complaint(_ problem: String) -> ChangeTextError { ChangeTextError(place: place, problem: problem) }
    func code(of word: String) throws(ChangeTextError) -> String {
      // The sentences end with a full stop, and so does the complaint.
      do { return try schools.code(of: word) } catch { throw complaint(String(error.description.dropLast())) }
    }
    guard words.count >= 3 else {
      throw complaint("应写成“学校 数据项 +数量”，如“石桥小学 体育教师数 +2”")
    }
    let amountWord = words.removeLast()
    let source = try code(of: words.removeFirst())
    var target: String?
    if let arrow = words.first, ["->", "→", "到", "转"].contains(arrow) {
      words.removeFirst()
      guard !words.isEmpty else { throw complaint("没有写转到哪所学校") }
      target = try code(of: words.removeFirst())
    }
    var stage: Stage?
    var names: [String] = []
    for word in words {
      if let found = Stage(word: word) { stage = found } else { names.append(word) }
    }
    let elements = try names.joined(separator: "、").split(whereSeparator: { "、,，+".contains($0) }).map {
      word in
      guard let element = Element.named(String(word)), Element.resources.contains(element) else {
        throw complaint("没有叫“\(word)”的数据项，可用：\(Element.resources.map(\.name).joined(separator: "、"))")
      }
      return element
    }
    guard !elements.isEmpty else { throw complaint("没有写数据项") }
    return try elements.flatMap { element in
      guard let (sign, value) = ChangeReader.amount(amountWord, unit: element.unit) else {
        throw complaint("“\(amountWord)”不是数量，应写成 +2、-100、=900，可带单位，如 +50万元")
      }
      guard let target else {
        guard let sign else { throw complaint("请写明 +\(amountWord)、-\(amountWord) 还是 =\(amountWord)") }
        let kind: AmountChange.Kind = sign == "=" ? .set(value) : .add(sign == "-" ? -value : value)
        return [AmountChange(orgCode: source, element: element, stage: stage, kind: kind)]
      }
      guard sign == nil || sign == "+" else { throw complaint("从一所学校转到另一所时，只写数量") }
      return [
        AmountChange(orgCode: source, element: element, stage: stage, kind: .add(-value)),
        AmountChange(orgCode: target, element: element, stage: stage, kind: .add(value)),
      ]
    }
  }

  /// Sign (nil when there is none) and value in the element's unit.
  private static func amount(_ word: String, unit: String) -> (Character?, Double)? {
    var rest = Substring(word)
    var sign: Character?
    if let first = rest.first, let known = signs[first] {
      sign = known
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard var value = Double(digits) else { return nil }
    let written = String(rest.dropFirst(digits.count))
    if !written.isEmpty {
      let known = Unit.exponent(from: written, to: unit) ?? (written == "万" ? 4 : nil)
      guard let exponent = known else { return nil }
      for _ in 0..<max(0, exponent) { value *= 10 }
    }
    return (sign, value)
  }

  private static let signs: [Character: Character] = [
    "+": "+", "＋": "+", "-": "-", "－": "-", "−": "-", "=": "=", "＝": "=",
  ]
}

/// A change that cannot be read.
package struct ChangeTextError: YiceError, Equatable {
  package let place: String
  package let problem: String

  package var exitStatus: ExitStatus { .usage }
  package var description: String { "\(place)：\(problem)。" }
}
