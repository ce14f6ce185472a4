import Testing
import YiceModel
import YiceStandards

@Suite("profiles as shipped")
struct ProfileTests {
  @Test("every shipped profile reads, and is called by its id", arguments: ProfileCatalog.ids)
  func reads(_ id: String) throws {
    let profile = try ProfileCatalog.named(id)
    #expect(profile.id == id)
    #expect(!profile.indicators.isEmpty)
    #expect(profile.indicators.allSatisfy { !$0.source.isEmpty })
  }

  @Test("the national profile holds the published thresholds, limits and weights")
  func national() throws {
    let profile = try ProfileCatalog.named("national-2017")
    #expect(profile.indicators.map(\.id) == ["R1", "R2", "R3", "R4", "R5", "R6", "R7"])
    #expect(profile.indicators.map { $0.thresholds[.primary] } == [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3])
    #expect(profile.indicators.map { $0.thresholds[.junior] } == [5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4])
    #expect(profile.indicators.map(\.split) == [false, false, false, true, true, true, true])
    #expect(profile.indicators.map(\.per) == [100, 100, 100, 1, 1, 1, 100])
    #expect(profile.cvLimits == [.primary: 0.5, .junior: 0.45])
    #expect(profile.passRule == PassRule(least: 6, near: 0.85))
    #expect(profile.weights.general == [.kindergarten: 1, .primary: 1, .junior: 1.1, .senior: 1.32])
    #expect(profile.weights.complete == [.kindergarten: 1, .junior: 1, .senior: 1.2])
    #expect(profile.compare == .exact)
    #expect(profile.name == "教督〔2017〕6号 national-2017 版本 1")
    #expect(
      profile.unverified == [
        "精确比较还是舍入后比较", "附设幼儿班的拆分权重", "V6 校外培训治理和减负工作不力", "年限可少的月数（暑假） 2 月，按学年起止的约定",
        "到期前提醒天数 60 天，本程序的约定", "一学年在校月数 10 个，本程序的约定", "一学年在校周数 40 个，本程序的约定",
      ])
    let own = profile.adjusted(by: [
      Adjustment(name: "kindergarten_weight", stage: nil, value: 1.5),
      Adjustment(name: "months_per_year", stage: nil, value: 9),
    ])
    #expect(own.unverified.count == 5, "what a county set itself it answers for")
    #expect(
      try ProfileCatalog.named("basic-2012").item("N2")?.assumption?.sentence
        == "（此数未经核实：13项和“4项不达标”见于一个区的方案，没有查到全国的规定）")
  }

  @Test("R4 takes indoor sports away, R5 adds it")
  func terms() throws {
    let profile = try ProfileCatalog.named("national-2017")
    #expect(
      profile.indicator("R4")?.terms == [
        .init(element: "教学及辅助用房面积", sign: 1), .init(element: "室内体育用房面积", sign: -1),
      ])
    #expect(
      profile.indicator("R5")?.terms == [
        .init(element: "运动场地面积", sign: 1), .init(element: "室内体育用房面积", sign: 1),
      ])
  }

  @Test("Guangdong asks 1.0 of R3 and is the national profile otherwise")
  func guangdong() throws {
    let national = try ProfileCatalog.named("national-2017")
    let guangdong = try ProfileCatalog.named("guangdong-2017")
    #expect(guangdong.indicator("R3")?.thresholds == [.primary: 1, .junior: 1])
    for rule in national.indicators where rule.id != "R3" { #expect(guangdong.indicator(rule.id) == rule) }
    #expect(guangdong.weights == national.weights)
    #expect(guangdong.inclusion == national.inclusion)
  }

  @Test("2012 has eight indicators, composite limits and no threshold of its own")
  func basic() throws {
    let profile = try ProfileCatalog.named("basic-2012")
    #expect(profile.indicators.map(\.id) == ["B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"])
    #expect(profile.compositeLimits == [.primary: 0.65, .junior: 0.55])
    #expect(profile.cvLimits.isEmpty)
    #expect(profile.passRule == nil)
    #expect(profile.inclusion.kinds["教学点"]?.isIn == false)
    #expect(profile.inclusion.runBy == [7, 8])
  }

  @Test("an unknown name lists those there are")
  func unknown() {
    #expect(throws: ProfileError.notShipped("x", known: ProfileCatalog.ids)) { try ProfileCatalog.named("x") }
    #expect(
      ProfileError.notShipped("x", known: ["a", "b"]).description == "没有叫“x”的评估标准。随程序提供的有：a、b。")
  }
}
