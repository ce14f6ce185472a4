internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// What the funds of a county say on an item that a person concludes (2012: 三个增长三年中有两年不达标), year by year. It decides
/// nothing: what was written in 一票否决 counts, and `check` tells where the funds differ. Decision 0167.
struct GrowthStanding {
  private let rule: ItemRule
  /// Years in which one of the rules was not met.
  let unmet: [Int]
  /// Years of which a rule is not known, and none is unmet.
  let unknown: [Int]

  /// nil where the item rests on no funds, or none are written down.
  init?(_ db: Database, _ rule: ItemRule, _ demand: Demand, _ question: DemandQuestion, year: Int) throws {
    guard let group = rule.growth else { return nil }
    let rows = try demand.rows(db, question).filter { $0["kind"] as String == group }
    guard !rows.isEmpty else { return nil }
    self.rule = rule
    let years = [(year - 2, "m2"), (year - 1, "m1"), (year, "m0")].map { year, column in
      (year: year, answers: rows.map { $0[column] as String })
    }
    unmet = years.filter { $0.answers.contains("否") }.map(\.year)
    unknown = years.filter { !$0.answers.contains("否") && $0.answers.contains("未填") }.map(\.year)
  }

  /// Whether the item's case is there; nil where the years that are not known decide.
  var isFound: Bool? {
    guard let limit = rule.limits["fail_years"].map({ Int($0) }) else { return nil }
    if unmet.count >= limit { return true }
    return unmet.count + unknown.count < limit ? false : nil
  }

  /// - Parameter found: what was written down; nil: nobody has looked.
  func finding(against found: Bool?) -> Finding? {
    let place = SourceLocation(column: "是否存在")
    let title = "\(rule.id) \(rule.label)"
    guard let isFound else {
      guard found == nil else { return nil }
      return Finding(
        .note, "growth-unknown", at: place,
        "\(title)：“一票否决”表没有填，按“经费”也算不出：\(words(unknown))的数不全（见 yice form 县级文件 教育经费增长）。")
    }
    guard found != isFound else { return nil }
    let funds = unmet.isEmpty ? "三年都达到" : "\(words(unmet))没有达到"
    guard let found else {
      return Finding(
        .note, "growth-open", at: place,
        "\(title)：“一票否决”表没有填，按“经费”\(funds)；由谁核查、结论是什么，请写进“一票否决”表。")
    }
    return Finding(
      .warning, "growth-differs", at: place,
      "\(title)：“一票否决”表写的是“\(found ? "存在" : "未发现")”，按“经费”\(funds)；以填写的为准，请核对（见 yice form 县级文件 教育经费增长）。")
  }

  private func words(_ years: [Int]) -> String { years.map { "\($0)年" }.joined(separator: "、") }
}

extension GrowthStanding {
  /// What `check` tells of the items that rest on funds.
  static func findings(_ db: Database, _ worked: WorkedYear, _ question: Question) throws -> [Finding] {
    let profile = worked.profile
    guard profile.items.contains(where: { $0.growth != nil }),
      let demand = Demand.all.first(where: { $0.id == "growth" })
    else { return [] }
    let year = worked.figures.year
    let asked = DemandQuestion(year: year, today: question.day, bureau: question.bureau, profile)
    let items = try worked.items(of: question.bureau)
    return try items.items.compactMap { item in
      try GrowthStanding(db, item.rule, demand, asked, year: year)?.finding(against: item.met.map { !$0 })
    }
  }
}
