import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

@Suite("the profile decides")
struct ProfileEffectTests {
  private let code = "2100000001"

  @Test("Guangdong asks 1.0 of R3 where the country asks 0.9")
  func guangdong() throws {
    let county = TestCounty.stated(["体育教师数": 4, "艺术教师数": 5.5], code: code)
    let national = try county.figures()
    let guangdong = try county.figures(ProfileCatalog.named("guangdong-2017"))
    #expect(national.segment(code)?.value("R3")?.met == true)
    #expect(guangdong.segment(code)?.value("R3")?.met == false)
    #expect(guangdong.segment(code)?.value("R3")?.threshold == 1)
  }

  @Test(
    "a county's own threshold in its file changes the verdict and the printed name, in a file opened for reading"
  )
  func threshold() throws {
    let workdir = Workdir()
    let info = FileInfo(role: .county, orgCode: "990101", orgName: "青禾县", schoolYear: 2022)
    let file = try YiceFile.create(workdir.file("county.db"), info: info, author: Author("测试"))
    try file.withConnection { db in
      try TestCounty.stated(code: code).insert(into: db)
      try db.execute(
        sql: "INSERT INTO threshold VALUES ('990101', 'national-2017', 'R6', '小学', 3000.5, '县文件', NULL, 0)")
    }
    let before = try workdir.bytes("county.db")
    let figures = try YiceFile.open(workdir.file("county.db")).readWithTemporaryTables { db in
      try WorkedYear.with(db, year: 2022, profile: Profile.load(from: db, orgCode: "990101")) { $0.figures }
    }
    #expect(figures.segment(code)?.value("R6")?.met == false)
    #expect(figures.profile.name == "教督〔2017〕6号 national-2017 版本 1（已由本县调整 1 处）")
    #expect(try workdir.bytes("county.db") == before)
  }

  @Test("a threshold that names nothing is told")
  func unknown() throws {
    let profile = try ProfileCatalog.named("national-2017")
      .adjusted(by: [Adjustment(name: "R9", stage: nil, value: 1)])
    let findings = try TestCounty.stated().figures(profile).findings
    #expect(findings.map(\.code) == ["unknown-threshold"])
    #expect(findings.first?.value == "R9")
  }

  @Test("the weight of kindergarten classes is the profile's")
  func kindergarten() throws {
    var county = TestCounty.stated(code: code)
    county.rolls.append(.init(org: code, stage: .kindergarten, pupils: 500))
    let profile = try ProfileCatalog.named("national-2017")
      .adjusted(by: [Adjustment(name: "kindergarten_weight", stage: nil, value: 0.5)])
    #expect(try county.figures(profile).segment(code)?.value("R6")?.value == 2400)
  }

  @Test("2012: private schools and 教学点 stay out, and the composite is judged")
  func basic() throws {
    var county = TestCounty.stated(["图书册数": 10_000, "计算机台数": 100, "专任教师数": 60, "中级及以上职务教师数": 30], code: code)
    var other = county
    other.schools = [.init(code: "2100000002", runBy: 10)]
    county.schools.append(.init(code: "2100000003", kind: "教学点"))
    other.rolls = [.init(org: "2100000002", stage: .primary, pupils: 1)]
    let figures = try (county + TestCounty(schools: other.schools, rolls: other.rolls))
      .figures(ProfileCatalog.named("basic-2012"))
    #expect(figures.leftOut.map(\.reason) == [.runBy, .kind])
    let stage = try #require(figures.stage(.primary))
    #expect(stage.composite == 0)
    #expect(stage.compositeWithinLimit == true)
    #expect(stage.passes == true)
    #expect(stage.segments.first?.passes == nil)
    #expect(stage.segments.first?.value("B6")?.value == 0.06)
    #expect(stage.segments.first?.value("B6")?.met == nil)
  }

  @Test("every indicator of the national profile is described, with the same label and unit")
  func described() throws {
    let profile = try ProfileCatalog.named("national-2017")
    #expect(Indicator.resources.map(\.id) == profile.indicators.map(\.id))
    #expect(Indicator.resources.map(\.label) == profile.indicators.map(\.label))
    #expect(Indicator.resources.map(\.unit) == profile.indicators.map(\.unit))
  }
}
