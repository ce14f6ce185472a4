import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards

/// 政府保障程度, 教育质量, 社会认可度, prerequisites, veto; and the 2012 standard.
@Suite("items")
struct ItemTests {
  static let a = "2100000001"
  static let b = "2100000002"
  private let a = ItemTests.a
  private let b = ItemTests.b

  /// Two schools that state everything; `sql` adds what the test is about. The county is 990101.
  static func assess(
    _ sql: String, profile: String = "national-2017", on day: String? = nil, schools: [String] = [a],
    kind: String = "小学", pupils: Int = 900
  ) throws -> AssessmentFigures {
    let profile = try ProfileCatalog.named(profile)
    return try TestCounty.memory().write { db in
      for code in schools {
        try TestCounty.stated(code: code, kind: kind, pupils: pupils).insert(into: db)
        try db.execute(sql: "UPDATE class_roll SET entry_year = 2022 WHERE org_code = ?", arguments: [code])
      }
      try db.execute(sql: "INSERT INTO org (org_code, name, kind) VALUES ('990101', '县', '教育行政部门')")
      try db.execute(sql: sql)
      return try WorkedYear.with(db, year: 2022, profile: profile, day: day) { try $0.items(of: "990101") }
    }
  }

  private func item(_ id: String, _ sql: String, on day: String? = nil) throws -> ItemFigure {
    try #require(try ItemTests.assess(sql, on: day).item(id))
  }

  private func state(_ element: String, _ value: Double, stage: String = "", org: String = "990101") -> String
  {
    "INSERT INTO statement (org_code, school_year, element, stage, value) VALUES ('\(org)', 2022, '\(element)', '\(stage)', \(value));"
  }

  @Test("every item of an empty county is 未填 or about schools; none is 达标 without data")
  func empty() throws {
    let figures = try ItemTests.assess("")
    #expect(figures.items.map(\.id).count == 15 + 9 + 1 + 2 + 6)
    // G4 rests on the class register, and no school is small and in a village.
    #expect(figures.items.filter { $0.met == true }.map(\.id) == ["G4", "G6"])
    #expect(figures.passes == false, "a class of 900")
    #expect(figures.items.filter { $0.met == false }.map(\.id) == ["G5"])
  }

  // MARK: Conclusions

  @Test("a conclusion counts as it is written, with who and when; three of four are not all")
  func conclusions() throws {
    func conclude(_ items: [String], met: Int = 1) -> String {
      items.map {
        "INSERT INTO conclusion (org_code, school_year, item, met, conclusion, concluded_by, concluded_on) "
          + "VALUES ('990101', 2022, '\($0)', \(met), '符合', '王', '2022-10-01');"
      }.joined()
    }
    let one = try item("G1", conclude(["G1"]))
    #expect(one.met == true)
    #expect(one.details.map(\.text) == ["符合"])
    #expect(one.details.map(\.basis) == ["王，2022-10-01"])
    #expect(try item("G1", conclude(["G1"], met: 0)).met == false)
    let parts = ["G2-建设标准", "G2-教师编制标准", "G2-生均公用经费基准定额", "G2-基本装备配置标准"]
    #expect(try item("G2", conclude(parts)).met == true)
    let three = try item("G2", conclude(Array(parts.dropLast())))
    #expect(three.met == nil)
    #expect(three.missing == ["结论“G2-基本装备配置标准”"])
  }

  // MARK: Ratios, at the mark and one unit below

  struct RatioCase: Sendable, CustomTestStringConvertible {
    let item: String, elements: [(String, Double, String)], met: Bool?
    var testDescription: String {
      "\(item) \(elements.map { "\($0.0) \($0.1)" }) \(met.map { "\($0)" } ?? "未填")"
    }
  }

  @Test(
    "a ratio is met exactly at its mark and not one unit below",
    arguments: [
      RatioCase(item: "G7", elements: [("特殊教育公用经费", 60_000, ""), ("特殊教育学生数", 10, "")], met: true),
      RatioCase(item: "G7", elements: [("特殊教育公用经费", 59_999.99, ""), ("特殊教育学生数", 10, "")], met: false),
      RatioCase(item: "G7", elements: [("特殊教育公用经费", 60_000, "")], met: nil),
      RatioCase(item: "G7", elements: [("特殊教育公用经费", 60_000, ""), ("特殊教育学生数", 0, "")], met: nil),
      RatioCase(item: "G9", elements: [("完成培训学时教师数", 99, ""), ("专任教师数", 99, "")], met: true),
      RatioCase(item: "G9", elements: [("完成培训学时教师数", 98, ""), ("专任教师数", 99, "")], met: false),
      RatioCase(
        item: "G11", elements: [("交流轮岗教师数", 10, ""), ("符合交流条件教师数", 100, ""), ("交流轮岗骨干教师数", 2, "")], met: true),
      RatioCase(
        item: "G11", elements: [("交流轮岗教师数", 10, ""), ("符合交流条件教师数", 101, ""), ("交流轮岗骨干教师数", 2, "")],
        met: false),
      RatioCase(
        item: "G11", elements: [("交流轮岗教师数", 10, ""), ("符合交流条件教师数", 100, ""), ("交流轮岗骨干教师数", 1, "")],
        met: false),
      RatioCase(
        item: "G13",
        elements: [
          ("就近入学人数", 500, "小学"), ("就近入学招生总人数", 500, "小学"), ("就近入学人数", 95, "初中"),
          ("就近入学招生总人数", 100, "初中"),
        ], met: true),
      RatioCase(
        item: "G13",
        elements: [
          ("就近入学人数", 499, "小学"), ("就近入学招生总人数", 500, "小学"), ("就近入学人数", 95, "初中"),
          ("就近入学招生总人数", 100, "初中"),
        ], met: false),
      RatioCase(
        item: "Q1",
        elements: [
          ("毕业班学生数", 98, ""), ("三年转入数", 5, ""), ("三年转出数", 2, ""), ("入学时学生数", 101, ""), ("三年死亡数", 1, ""),
        ], met: true),
      RatioCase(
        item: "Q1",
        elements: [
          ("毕业班学生数", 98, ""), ("三年转入数", 6, ""), ("三年转出数", 2, ""), ("入学时学生数", 101, ""), ("三年死亡数", 1, ""),
        ], met: false),
      RatioCase(item: "Q2", elements: [("入学残疾儿童少年数", 19, ""), ("适龄残疾儿童少年数", 20, "")], met: true),
      RatioCase(item: "Q2", elements: [("入学残疾儿童少年数", 18, ""), ("适龄残疾儿童少年数", 19, "")], met: false),
      RatioCase(
        item: "Q9",
        elements: ["语文", "数学", "科学", "体育", "艺术", "德育"].flatMap {
          [($0 + "学业水平等级", 3.0, ""), ($0 + "校际差异率", 0.1499, "")]
        }, met: true),
      RatioCase(
        item: "Q9",
        elements: ["语文", "数学", "科学", "体育", "艺术", "德育"].flatMap {
          [($0 + "学业水平等级", 3.0, ""), ($0 + "校际差异率", $0 == "德育" ? 0.15 : 0.1, "")]
        }, met: false),
      RatioCase(item: "P1", elements: [("基本均衡认定年份", 2019, "")], met: true),
      RatioCase(item: "P1", elements: [("基本均衡认定年份", 2020, "")], met: false),
    ])
  func ratios(_ example: RatioCase) throws {
    let sql = example.elements.map { state($0.0, $0.1, stage: $0.2) }.joined()
    #expect(try item(example.item, sql).met == example.met)
  }

  @Test("the share in 特殊教育学校 is shown (表Ⅴ), and decides nothing, given or not")
  func shownOnly() throws {
    let enrolled = state("适龄残疾儿童少年数", 20, stage: "") + state("入学残疾儿童少年数", 19, stage: "")
    let without = try item("Q2", enrolled)
    #expect(without.details.map(\.text) == ["95.0", "未填"])
    #expect(without.met == true && without.missing.isEmpty)
    let with = try item("Q2", enrolled + state("特教学校就读残疾儿童少年数", 4, stage: ""))
    #expect(with.details.map(\.text) == ["95.0", "21.1"])
    #expect(with.details.last?.bound == "" && with.met == true)
  }

  @Test(
    "teachers are counted from the schools' registers; a school with neither register nor statement leaves it 未填"
  )
  func teachers() throws {
    func teachers(_ org: String, _ certified: [Int]) -> String {
      certified.enumerated().map {
        "INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, full_time, certified, training_hours) "
          + "VALUES ('\(org)', 2022, '\($0)', '某', '小学', 1, \($1), 360);"
      }.joined()
    }
    let half = try ItemTests.assess(teachers(a, [1, 0]), schools: [a])
    #expect(half.item("G12")?.details.first?.text == "50.0")
    #expect(half.item("G12")?.met == false)
    #expect(half.item("G9")?.met == true)
    let both = try ItemTests.assess(teachers(a, [1]) + teachers(b, [1, 1]), schools: [a, b])
    #expect(both.item("G12")?.met == true)
    #expect(both.item("G12")?.details.first?.basis.hasPrefix("3 ÷ 3") == true)
    let one = try ItemTests.assess(teachers(a, [1]), schools: [a, b])
    #expect(one.item("G12")?.met == nil)
    let stated = try ItemTests.assess(
      teachers(a, [1]) + state("专任教师数", 4, stage: "小学", org: b) + state("持证专任教师数", 3, stage: "小学", org: b),
      schools: [a, b])
    #expect(stated.item("G12")?.details.first?.text == "80.0")
  }

  @Test(
    "a teacher with two stays counts once; a school whose register has nobody away has 0, one without the register none"
  )
  func stays() throws {
    func stay(
      _ org: String, _ no: String, _ teacher: String, _ kind: String, _ backbone: String, _ from: String,
      _ to: String
    )
      -> String
    {
      "INSERT INTO exchange (org_code, id, teacher_no, kind, backbone, from_on, to_on) "
        + "VALUES ('\(org)', '\(no)', '\(teacher)', '\(kind)', \(backbone), \(from), \(to));"
    }
    let eligible = [a, b].map { state("符合交流条件教师数", 10, stage: "小学", org: $0) }.joined()
    let twice =
      stay(a, "1", "T1", "交流轮岗", "1", "'2021-09-01'", "'2022-01-31'")
      + stay(a, "2", "T1", "支教", "NULL", "'2022-02-01'", "'2022-07-31'")
      + stay(a, "3", "T2", "支教", "0", "'2021-09-01'", "'2022-07-31'")
    let over = stay(b, "1", "T1", "支教", "0", "'2018-09-01'", "'2020-07-31'")
    func details(_ sql: String) throws -> [ItemDetail] {
      try #require(try ItemTests.assess(eligible + sql, schools: [a, b]).item("G11")).details
    }
    let known = try details(twice + over)
    #expect(known.map(\.text) == ["10.0", "50.0"], "2 of 20, one of the two")
    #expect(known.map(\.met) == [true, true])
    #expect(try details(twice).map(\.text) == ["未填", "未填"], "the other school keeps no register")
    let undated = stay(b, "1", "T1", "支教", "0", "NULL", "NULL")
    #expect(try details(twice + undated).map(\.text) == ["未填", "未填"], "nor does one without a day tell")
  }

  // MARK: Veto, satisfaction

  @Test("a veto item is met only when somebody looked and found nothing")
  func veto() throws {
    func found(_ value: Int, _ item: String = "V3", org: String = "990101") -> String {
      "INSERT INTO veto_finding (org_code, school_year, item, found) VALUES ('\(org)', 2022, '\(item)', \(value));"
    }
    #expect(try item("V3", "").met == nil)
    #expect(try item("V3", found(0)).met == true)
    #expect(try item("V3", found(0, "存在重点学校或重点班")).met == true)
    let one = try item("V3", found(0) + found(1, org: a))
    #expect(one.met == false)
    #expect(one.details.first?.text == "存在：\(a)")
  }

  @Test("satisfaction counts valid questionnaires and visits together, 85 % exactly is enough")
  func survey() throws {
    func row(_ who: String, _ how: String, _ total: Int, _ valid: String, _ satisfied: Int) -> String {
      "INSERT INTO survey (org_code, school_year, respondent, method, total, valid, satisfied) "
        + "VALUES ('990101', 2022, '\(who)', '\(how)', \(total), \(valid), \(satisfied));"
    }
    #expect(try item("S1", "").met == nil)
    let exact = try item("S1", row("家长", "问卷", 100, "80", 68) + row("学生", "走访", 20, "NULL", 17))
    #expect(exact.met == true)
    #expect(
      exact.details.map { "\($0.label) \($0.text)" } == ["满意度 85.0", "问卷 85.0", "走访 85.0", "其中家长 85.0"])
    #expect(try item("S1", row("家长", "问卷", 100, "80", 67) + row("学生", "走访", 20, "NULL", 17)).met == false)
  }

  // MARK: 2012

  @Test("2012: 85 points, the core items and the veto list, school by school")
  func basic() throws {
    func core(_ org: String, failed: Int, judged: Int = 13) -> String {
      (1...judged).map {
        "INSERT INTO conclusion (org_code, school_year, item, met) VALUES ('\(org)', 2022, 'C\($0)', \($0 <= failed ? 0 : 1));"
      }.joined()
    }
    func assess(_ sql: String) throws -> AssessmentFigures {
      try ItemTests.assess(
        sql + "UPDATE org SET run_by = 7;", profile: "basic-2012", schools: [a, b])
    }
    let sound = try assess(
      state("办学基本标准得分", 85, org: a) + state("办学基本标准得分", 90, org: b) + core(a, failed: 3) + core(b, failed: 0))
    #expect(sound.item("N1")?.met == true)
    #expect(sound.item("N2")?.met == true)
    let weak = try assess(
      state("办学基本标准得分", 84.5, org: a) + state("办学基本标准得分", 90, org: b) + core(a, failed: 4, judged: 4))
    #expect(weak.item("N1")?.failing.map(\.orgCode) == [a])
    #expect(weak.item("N2")?.failing.map(\.orgCode) == [a], "four failed decide before all are judged")
    let unjudged = try assess(core(a, failed: 3, judged: 12) + core(b, failed: 0))
    #expect(unjudged.item("N2")?.met == nil)
    #expect(sound.items.map(\.id) == ["N1", "N2", "N3", "W1", "W2", "W3", "W4", "W5", "W6"])
  }
}
