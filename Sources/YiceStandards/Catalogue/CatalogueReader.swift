internal import Yams
internal import YiceModel

/// Reads lines of the catalogue from YAML.
enum CatalogueReader {
  /// - Throws: `ProfileError.text`.
  static func list(_ yaml: String, name: String) throws -> [CatalogueItem] {
    let text = try ProfileText(any: yaml, name: name)
    var seen: Set<String> = []
    return try text.list().map { entry in
      let item = try item(entry)
      guard seen.insert(item.id).inserted else { throw entry.complaint("“\(item.id)”写了两次") }
      return item
    }
  }

  /// - Parameter known: what stands in columns of its own, in a county's own line.
  static func item(_ text: ProfileText, known: Known? = nil) throws -> CatalogueItem {
    let level = try text.required("level").string()
    guard ["segment", "school"].contains(level) else {
      throw text.complaint("level 应是 segment（分学段）或 school（全校）")
    }
    let condition = try text["when"].map { word in
      guard let condition = CatalogueItem.Condition(rawValue: try word.string()) else {
        throw word.complaint(
          "when 可用：\(CatalogueItem.Condition.allCases.map(\.rawValue).joined(separator: "、"))")
      }
      return condition
    }
    let derived = try text["derived_from"]?.string()
    return CatalogueItem(
      id: try known?.id ?? text.required("id").string(),
      category: try known?.category ?? text.required("category").string(),
      label: try known?.label ?? text.required("label").string(),
      unit: try known?.unit ?? text.required("unit").string(),
      bySegment: level == "segment", appliesTo: Set(try text.required("applies_to").strings()),
      condition: condition, rule: try rule(text.required("rule")),
      minArea: try text["min_area_m2"]?.number(), derivedFrom: derived == "none" ? nil : derived,
      indicator: try text["indicator"]?.string(),
      source: try known.map { $0.source ?? "" } ?? text.required("source").string(),
      verified: try known?.verified ?? text["verified"]?.bool() ?? false,
      unverified: try text["unverified"]?.string(),
      variants: try text["variants"]?.list().map(variant) ?? [], place: nil)
  }

  private static func variant(_ text: ProfileText) throws -> CatalogueItem.Variant {
    CatalogueItem.Variant(
      place: try text.required("place").string(), rule: try rule(text.required("rule")),
      source: try text.required("source").string(), verified: try text["verified"]?.bool() ?? false)
  }

  struct Known {
    let id: String
    let category: String
    let label: String
    let unit: String
    let source: String?
    let verified: Bool
  }

  private static func rule(_ text: ProfileText) throws -> RequirementRule {
    switch try text.required("kind").string() {
    case "per_classes":
      .perClasses(
        onePer: try positive(text.required("one_per")), least: try text["min"]?.integer() ?? 0)
    case "by_class_count": try table(text, by: .classes, "classes")
    case "by_pupil_count": try table(text, by: .pupils, "pupils")
    case "per_pupil":
      .perPupil(
        value: Rational(decimal: try text.required("value").number()),
        per: try text["per"].map { try positive($0) } ?? 1, of: try heads(text))
    case "ratio":
      .ratio(
        onePer: try ratio(text.required("one_per")), of: try heads(text),
        least: try text["min"]?.integer() ?? 0)
    case "flat": .flat(Rational(decimal: try text.required("value").number()))
    default:
      throw text.complaint("rule 的 kind 可用：per_classes、by_class_count、by_pupil_count、per_pupil、ratio、flat")
    }
  }

  private static func positive(_ text: ProfileText) throws -> Int {
    let number = try text.integer()
    guard number > 0 else { throw text.complaint("应大于 0") }
    return number
  }

  private static func ratio(_ text: ProfileText) throws -> Rational {
    let number = try text.number()
    guard number > 0 else { throw text.complaint("应大于 0") }
    return Rational(decimal: number)
  }

  private static func heads(_ text: ProfileText) throws -> RequirementRule.Heads {
    guard let word = text["of"] else { return .pupils }
    guard let heads = RequirementRule.Heads(rawValue: try word.string()) else {
      throw word.complaint("of 可用：pupils、boys、girls、boarders、teachers")
    }
    return heads
  }

  private static func table(_ text: ProfileText, by: RequirementRule.Count, _ key: String) throws
    -> RequirementRule
  {
    let rows = try text.required("table").list().map { row in
      RequirementRule.TableRow(
        range: try range(row.required(key)),
        required: Rational(decimal: try row.required("required").number()))
    }
    for (first, second) in zip(rows, rows.dropFirst()) where second.range.lowerBound <= first.range.upperBound
    {
      throw text.complaint("各档应从小到大，不能重叠")
    }
    let then = try text["then"].map { then in
      RequirementRule.Then(
        from: try then.required("from").integer(), each: try positive(then.required("each")),
        add: try then.required("add").integer())
    }
    return .table(by: by, rows: rows, then: then)
  }

  /// '<=12', '13-18', '>=19'.
  private static func range(_ text: ProfileText) throws -> ClosedRange<Int> {
    let word = try text.string()
    if word.hasPrefix("<="), let end = Int(word.dropFirst(2)), end >= 0 { return 0...end }
    if word.hasPrefix(">="), let start = Int(word.dropFirst(2)), start >= 0 { return start...1_000_000 }
    let parts = word.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, parts[0] <= parts[1] else { throw text.complaint("应写成 '<=12'、'13-18' 或 '>=19'") }
    return parts[0]...parts[1]
  }
}
