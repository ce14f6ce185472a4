internal import YiceModel
internal import YiceStore

/// Reads the items and what goes with them.
extension ProfileReader {
  static func items(_ text: ProfileText) throws -> [ItemRule] {
    try text["items"]?.entries().map(item) ?? []
  }

  private static func item(_ id: String, _ text: ProfileText) throws -> ItemRule {
    let measure = try text["measure"].map { word in
      guard let measure = ItemRule.Measure(rawValue: try word.string()) else {
        let known = ItemRule.Measure.allCases.map(\.rawValue).joined(separator: "、")
        throw word.complaint("measure 应是其中之一：\(known)")
      }
      return measure
    }
    if let limits = text["limits"], measure == .classSize || measure == .schoolSize {
      throw limits.complaint("班额和学校规模的上限只写在 sizes 里，请从这里删去 limits")
    }
    let rule = ItemRule(
      id: id, label: try text.required("label").string(), group: try text.required("group").string(),
      conclusions: try text["conclusions"]?.strings() ?? [],
      ratios: try text["ratios"]?.list().map(ratio) ?? [], measure: measure,
      limits: try numbers(text["limits"]), relaxed: try numbers(text["relaxed"]),
      source: try text.required("source").string(), note: try text["note"]?.string() ?? "",
      growth: try text["growth"]?.string(),
      assumption: try Assumption(text["unverified"], text.required("label").string()))
    guard rule.measure != nil || !rule.conclusions.isEmpty || !rule.ratios.isEmpty else {
      throw text.complaint("“\(id)”没有写怎样判断（conclusions、ratios 或 measure）")
    }
    return rule
  }

  private static func ratio(_ text: ProfileText) throws -> RatioRule {
    let least = try text["at_least"]?.number()
    let below = try text["below"]?.number()
    let stage = try text["stage"].map { word in
      guard let stage = Stage(word: try word.string()) else { throw word.complaint("不是学段") }
      return stage
    }
    return RatioRule(
      label: try text.required("label").string(), stage: stage,
      numerator: try text.required("numerator").list().map(term),
      denominator: try text["denominator"]?.list().map(term) ?? [],
      per: try text.required("per").integer(), unit: try text["unit"]?.string() ?? "",
      bound: least.map { .atLeast($0) } ?? below.map { .below($0) } ?? .shown,
      dated: try text["dated"]?.list().map(dated) ?? [])
  }

  private static func dated(_ text: ProfileText) throws -> RatioRule.DatedBound {
    let from = try text.required("from")
    let day = try from.string()
    guard DateText.normalized(day) == day else { throw from.complaint("from 应写成 2025-03-01 这样的日期") }
    return RatioRule.DatedBound(
      from: day, atLeast: try text.required("at_least").number(), source: try text.required("source").string()
    )
  }

  static func numbers(_ text: ProfileText?) throws -> [String: Double] {
    var numbers: [String: Double] = [:]
    for (name, value) in try text?.entries() ?? [] { numbers[name] = try value.number() }
    return numbers
  }

  /// Which indicators a relaxation may touch, with the numbers it asks for.
  static func relaxations(_ text: ProfileText) throws -> [String: [String: Double]] {
    var found: [String: [String: Double]] = [:]
    for (id, rule) in try text["relaxations"]?.entries() ?? [] { found[id] = try numbers(rule) }
    return found
  }
}
