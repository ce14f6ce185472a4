internal import YiceModel

/// Reads a profile from its YAML.
enum ProfileReader {
  /// - Parameter base: text of the profile that `extends` names; nil when there is none of that name.
  /// - Throws: `ProfileError.text`.
  static func read(
    _ yaml: String, name: String, base: (String) throws -> ProfileText?
  ) throws -> Profile {
    try profile(from: resolved(yaml, name: name, base: base))
  }

  /// The text with what it extends under it.
  static func resolved(
    _ yaml: String, name: String, base: (String) throws -> ProfileText?
  ) throws -> ProfileText {
    let text = try ProfileText(yaml, name: name)
    guard let extended = text["extends"] else { return text }
    let word = try extended.string()
    guard let under = try base(word) else {
      throw extended.complaint("extends 的“\(word)”不是随程序提供的评估标准")
    }
    return under.overlaid(by: text)
  }

  private static func profile(from text: ProfileText) throws -> Profile {
    let compare = try text.required("compare")
    guard let comparison = Profile.Comparison(rawValue: try compare.string()) else {
      throw compare.complaint("compare 应是 exact 或 rounded")
    }
    let pass = text["pass"]
    return Profile(
      id: try text.required("id").string(),
      version: try text.required("version").string(),
      title: try text.required("title").string(),
      document: try text.required("document").string(),
      compare: comparison,
      indicators: try text.required("indicators").entries().map(indicator),
      cvLimits: try text["cv_limit"]?.byStage { try $0.number() } ?? [:],
      passRule: try pass.map {
        PassRule(least: try $0.required("least").integer(), near: try $0.required("near").number())
      },
      compositeLimits: try text["composite"]?.byStage { try $0.number() } ?? [:],
      weights: try weights(text.required("weights")),
      inclusion: try inclusion(text.required("inclusion")),
      registers: try registers(text.required("registers")),
      comparisonAssumption: try Assumption(text["compare_unverified"], "精确比较还是舍入后比较"),
      kindergartenAssumption: try Assumption(text["weights"]?["kindergarten_unverified"], "附设幼儿班的拆分权重"),
      verdictSource: try (pass ?? text["composite"])?["source"]?.string() ?? "",
      items: try items(text), relaxations: try relaxations(text),
      relaxationsUntil: try text["relaxations_until"]?.integer(),
      sizes: try SizeRules(text.required("sizes")),
      stages: StageSystem(try text["years"]?.byStage(years) ?? [:]), programme: try programme(text),
      costs: try numbers(text["costs"]),
      onePerson: try persons(text["one_person"]))
  }

  private static func indicator(_ id: String, _ text: ProfileText) throws -> IndicatorRule {
    let per = try text.required("per")
    guard [1, 100].contains(try per.integer()) else { throw per.complaint("per 应是 1 或 100") }
    let terms = try text.required("elements").list().map(term)
    let splitText = try text.required("split")
    let split = try splitText.bool()
    let byStage = terms.compactMap { Element.named($0.element)?.byStage }
    guard byStage.allSatisfy({ $0 != split }) else {
      throw splitText.complaint("split 与数据项不符：按学段统计的数据项不拆分，全校的要拆分")
    }
    return IndicatorRule(
      id: id, label: try text.required("label").string(), unit: try text.required("unit").string(),
      per: try per.integer(), terms: terms,
      thresholds: try text["thresholds"]?.byStage { try $0.number() } ?? [:],
      split: split, source: try text.required("source").string(),
      assumption: try Assumption(text["unverified"], "阈值"))
  }

  static func term(_ text: ProfileText) throws -> IndicatorRule.Term {
    let word = try text.string()
    let isTakenAway = word.hasPrefix("-")
    let name = isTakenAway ? String(word.dropFirst()) : word
    guard let element = Element.named(name) else {
      throw text.complaint("没有叫“\(name)”的数据项")
    }
    return IndicatorRule.Term(element: element.name, sign: isTakenAway ? -1 : 1)
  }

  /// Lists of 数据项 that are people of one 学段, none of them twice.
  private static func persons(_ text: ProfileText?) throws -> [[String]] {
    var seen: Set<String> = []
    return try text?.list().map { group in
      try group.list().map { word in
        let name = try word.string()
        guard let element = Element.named(name) else { throw word.complaint("没有叫“\(name)”的数据项") }
        guard element.byStage, element.unit == "人" else { throw word.complaint("“\(name)”不是按学段统计的人数") }
        guard seen.insert(element.name).inserted else { throw word.complaint("“\(name)”写了两次") }
        return element.name
      }
    } ?? []
  }

  private static func years(_ text: ProfileText) throws -> Int {
    let years = try text.integer()
    guard Profile.yearsOfStage.contains(years) else {
      throw text.complaint(
        "一个学段的年数应是 \(Profile.yearsOfStage.lowerBound) 到 \(Profile.yearsOfStage.upperBound)")
    }
    return years
  }

  private static func weights(_ text: ProfileText) throws -> Weights {
    let positive: (ProfileText) throws -> Double = { cell in
      let value = try cell.number()
      guard value > 0 else { throw cell.complaint("权重应大于 0") }
      return value
    }
    let general = try text.required("general")
    let complete = try text.required("complete")
    let weights = Weights(general: try general.byStage(positive), complete: try complete.byStage(positive))
    for stage in Stage.allCases where weights.general[stage] == nil {
      throw general.complaint("缺少“\(stage.english)”的权重")
    }
    for stage in Stage.allCases where stage != .primary && weights.complete[stage] == nil {
      throw complete.complaint("缺少“\(stage.english)”的权重")
    }
    return weights
  }

  private static func inclusion(_ text: ProfileText) throws -> InclusionRule {
    var kinds: [String: InclusionRule.Kind] = [:]
    for (kind, rule) in try text.required("kinds").entries() {
      let stage = try rule["stage"].map { word in
        guard let stage = Stage(word: try word.string()) else { throw word.complaint("不是学段") }
        return stage
      }
      kinds[kind] = InclusionRule.Kind(
        isIn: try rule.required("in").bool(), atLeast: try rule["at_least"]?.integer(), stage: stage)
    }
    let runBy = try text["run_by"]?.list().map { try $0.integer() }
    return InclusionRule(kinds: kinds, runBy: runBy.map(Set.init))
  }

  private static func registers(_ text: ProfileText) throws -> RegisterRule {
    var lists: [String: [String]] = [:]
    for (list, words) in try text.entries() where list != "above_qualification" {
      lists[list] = try words.strings()
    }
    for list in RegisterRule.neededLists where lists[list] == nil {
      throw text.complaint("缺少“\(list)”")
    }
    return RegisterRule(
      lists: lists,
      aboveQualification: try text.required("above_qualification").byStage { try $0.strings() })
  }
}

extension RegisterRule {
  /// Lists that the reading of registers asks for.
  static let neededLists = [
    "backbone", "pe_subjects", "art_subjects", "middle_titles", "teaching_rooms", "indoor_sports_rooms",
    "multimedia_rooms", "sports_grounds", "teaching_equipment", "computers", "books", "music_rooms",
    "art_rooms", "village_codes", "private_run_by",
  ]
}
