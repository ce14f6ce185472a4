import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards

/// How registers are read as 数据项, one row at a time.
@Suite("reading the registers")
struct RegisterTests {
  private let code = "2100000001"

  private func numerator(_ id: String, _ change: (inout TestCounty) -> Void) throws -> Double? {
    var county = TestCounty()
    county.schools = [.init(code: code, kind: "九年一贯制学校")]
    county.rolls = [.init(org: code, stage: .primary, pupils: 100)]
    change(&county)
    return try county.figures().segment(code)?.value(id)?.numerator
  }

  struct TeacherCase: Sendable, CustomTestStringConvertible {
    let teacher: TestCounty.Teacher, r1: Double?, r2: Double?, r3: Double?
    var testDescription: String {
      "\(teacher.stage?.rawValue ?? "-") \(teacher.education) \(teacher.backbone) \(teacher.subject)"
    }
  }

  @Test(
    "a teacher counts in R1, R2, R3",
    arguments: [
      TeacherCase(teacher: .init(org: "", stage: .primary, education: "专科"), r1: 1, r2: 0, r3: 0),
      TeacherCase(teacher: .init(org: "", stage: .primary, education: "研究生"), r1: 1, r2: 0, r3: 0),
      TeacherCase(teacher: .init(org: "", stage: .primary, education: "高中阶段"), r1: 0, r2: 0, r3: 0),
      TeacherCase(teacher: .init(org: "", stage: .junior, education: "本科"), r1: 0, r2: 0, r3: 0),
      TeacherCase(teacher: .init(org: "", stage: .primary, backbone: "校级"), r1: 0, r2: 0, r3: 0),
      TeacherCase(teacher: .init(org: "", stage: .primary, backbone: "县级"), r1: 0, r2: 1, r3: 0),
      TeacherCase(teacher: .init(org: "", stage: .primary, backbone: "国家级"), r1: 0, r2: 1, r3: 0),
      TeacherCase(teacher: .init(org: "", stage: .primary, subject: "体育与健康"), r1: 0, r2: 0, r3: 1),
      TeacherCase(teacher: .init(org: "", stage: .primary, subject: "美术"), r1: 0, r2: 0, r3: 1),
      TeacherCase(
        teacher: .init(
          org: "", stage: .primary, fullTime: false, education: "本科", backbone: "省级", subject: "音乐"),
        r1: 0, r2: 0, r3: 0),
      TeacherCase(
        teacher: .init(
          org: "", stage: .primary, fullTime: nil, education: "本科", backbone: "省级", subject: "音乐"),
        r1: nil, r2: nil, r3: nil),
      TeacherCase(
        teacher: .init(org: "", stage: nil, education: "本科", backbone: "省级", subject: "音乐"), r1: nil,
        r2: nil, r3: nil),
    ])
  func teacher(_ example: TeacherCase) throws {
    var teacher = example.teacher
    teacher.org = code
    for (id, expected) in [("R1", example.r1), ("R2", example.r2), ("R3", example.r3)] {
      #expect(try numerator(id) { $0.teachers = [teacher] } == expected, "\(id)")
    }
  }

  @Test("专科 is above what 小学 asks for and not above what 初中 asks for")
  func junior() throws {
    var county = TestCounty()
    county.schools = [.init(code: code, kind: "初级中学")]
    county.rolls = [.init(org: code, stage: .junior, pupils: 100)]
    county.teachers = [
      .init(org: code, stage: .junior, education: "专科"), .init(org: code, stage: .junior, education: "本科"),
    ]
    #expect(try county.figures().segment(code, .junior)?.value("R1")?.numerator == 1)
  }

  @Test("R4 is rooms for teaching without indoor sports; R5 adds indoor sports to the grounds")
  func rooms() throws {
    let rooms = [
      ("教室", 1000.0), ("专用教室", 200), ("公共教学用房", 30.5), ("室内体育用房", 400), ("行政办公用房", 7),
      ("生活用房", 9), ("其他用房", 11),
    ].map { TestCounty.Room(org: code, category: $0.0, area: $0.1, multimedia: true) }
    let grounds = [
      TestCounty.Ground(org: code, area: 5000), TestCounty.Ground(org: code, area: 60, category: "其他场地"),
    ]
    #expect(try numerator("R4") { $0.rooms = rooms } == 1230.5)
    #expect(
      try numerator("R5") {
        $0.rooms = rooms
        $0.grounds = grounds
      } == 5400)
    #expect(try numerator("R7") { $0.rooms = rooms } == 3)
  }

  @Test("R6 goes by 计入教学仪器设备值, and by category where it is empty")
  func equipment() throws {
    let value = try numerator("R6") {
      $0.equipment = [
        .init(org: code, value: 1), .init(org: code, value: 10, category: "计算机"),
        .init(org: code, value: 100, category: "图书"), .init(org: code, value: 1000, category: "其他设备"),
        .init(org: code, value: 10_000, category: "其他设备", counts: true),
        .init(org: code, value: 100_000, counts: false), .init(org: code, value: nil),
      ]
    }
    #expect(value == 10_011)
  }

  @Test("the register counts where it is kept, even when it has nothing of the element")
  func registerBeatsStatement() throws {
    var county = TestCounty.stated(pupils: 100)
    county.teachers = [.init(org: code, stage: .primary)]
    let segment = try #require(try county.figures().segment(code))
    #expect(segment.value("R2")?.value == 0)
    #expect(segment.value("R2")?.sources == [.register])
    #expect(segment.value("R6")?.sources == [.statement])
    #expect(segment.value("R6")?.value == 3000)
  }

  @Test("another year's register is not this year's")
  func otherYear() throws {
    let figures = try TestCounty.memory().write { db in
      var old = TestCounty()
      old.teachers = [.init(org: code, stage: .primary)]
      try old.insert(into: db, year: 2021)
      try TestCounty.stated().insert(into: db)
      return try WorkedYear.with(db, year: 2022, profile: ProfileCatalog.named("national-2017")) {
        $0.figures
      }
    }
    #expect(figures.segment(code)?.value("R2")?.value == 2)
  }

  @Test("pupils are the class rolls; without a class register the stated number")
  func pupils() throws {
    var county = TestCounty.stated(["学生数": 77])
    #expect(try county.figures().segment(code)?.pupils == 1000)
    county.rolls = []
    let segment = try #require(try county.figures().segment(code))
    #expect(segment.pupils == 77)
    #expect(segment.grades == nil)
  }

  @Test("grades and classes come from the class register")
  func classes() throws {
    var county = TestCounty.stated()
    county.rolls += [
      .init(org: code, stage: .primary, pupils: 3), .init(org: code, stage: .primary, pupils: 4, grade: 2),
    ]
    let segment = try #require(try county.figures().segment(code))
    #expect(segment.classes == 3)
    #expect(segment.grades == 2)
  }

  @Test("a statement without 学段 belongs to the only one a school has; a combined school must name it")
  func stageless() throws {
    var county = TestCounty.stated()
    for index in county.statements.indices { county.statements[index].stage = nil }
    #expect(try county.figures().segment(code)?.value("R1")?.value == 6)
    county.schools[0].kind = "九年一贯制学校"
    let figures = try county.figures()
    #expect(figures.segment(code)?.value("R1")?.value == nil)
    #expect(figures.findings.contains { $0.code == "statement-without-stage" })
  }
}
