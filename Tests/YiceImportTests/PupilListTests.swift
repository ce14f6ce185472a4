import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Lists with one row a pupil become classes; nobody in them is stored.
@Suite struct PupilListTests {
  private static let heading = "学校标识码,姓名,性别,出生日期,身份证件号,班级,入学年月,就读方式,是否留守儿童,随班就读,是否进城务工人员随迁子女,成员1姓名"

  private func classes(_ desk: Desk) throws -> [String] {
    try desk.values(
      """
      SELECT stage || ' ' || entry_year || '级' || class_no || '班 ' || head_count || ' ' || ifnull(boarders, '-') || ' '
        || ifnull(left_behind_pupils, '-') || ' ' || ifnull(included_pupils, '-') || ' ' || ifnull(migrant_pupils, '-')
        || ' ' || ifnull(boys, '-')
      FROM class_roll ORDER BY 1
      """)
  }

  private func pupil(_ number: Int, _ className: String, born: Int = 2013, _ flags: String = "走读,否,否,否")
    -> String
  {
    "2133000001,学生\(number),\(number % 2 == 0 ? "女" : "男"),\(born)-01-01,61012320130101\(1000 + number),\(className),201909,\(flags),家长\(number)"
  }

  @Test func `pupils are counted into their classes with what classes count of them`() throws {
    let desk = try Desk()
    let rows = [
      pupil(1, "2019级1班", "住校,双亲留守儿童,非随班就读,是"), pupil(2, "2019级(1)班", "走读,非留守儿童,随班就读,外省迁入"),
      pupil(3, "2019级１班", "寄宿,,是,否"), pupil(4, "2019级2班", ",,,"),
    ]
    let outcome = try desk.take(([Self.heading] + rows).joined(separator: "\n") + "\n", into: .classRoll)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(try classes(desk) == ["小学 2019级1班 3 2 1 2 2 2", "小学 2019级2班 1 - - - - 0"])
    #expect(outcome.codes.contains("pupil-list"))
    #expect(outcome.codes.contains("blank-flag"))
    #expect(outcome.holdsPersons)
  }

  @Test func `nothing that tells who a pupil is gets into the file or into a finding`() throws {
    let desk = try Desk()
    let rows = [pupil(1, "2019级1班"), pupil(1, "2019级1班"), pupil(2, "2019级1班", "随便,随便,否,否"), pupil(3, "")]
    let outcome = try desk.take(([Self.heading] + rows).joined(separator: "\n") + "\n", into: .classRoll)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let bytes = try desk.bytes()
    let told = outcome.texts.joined(separator: "\n")
    for word in ["学生1", "学生2", "家长1", "610123201301011001", "2013-01-01"] {
      #expect(!holds(bytes, word), "\(word)")
      #expect(!told.contains(word), "\(word)")
    }
  }

  @Test func `a pupil listed twice counts once and is told by the rows`() throws {
    let desk = try Desk()
    let rows = [pupil(1, "2019级1班"), pupil(2, "2019级1班"), pupil(1, "2019级1班"), pupil(2, "2019级2班")]
    let outcome = try desk.take(([Self.heading] + rows).joined(separator: "\n") + "\n", into: .classRoll)
    #expect(try classes(desk).map { $0.prefix(12) } == ["小学 2019级1班 2"])
    let twice = outcome.findings.filter { $0.code == "pupil-twice" }
    #expect(twice.map(\.location.row) == [4, 5])
    #expect(twice[0].message.contains("第 2 行"))
    #expect(twice[1].message.contains("班级不同"))
  }

  @Test func `who has left, who has no class and what is not understood are told`() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      """
      姓名,学籍号,年级,班级,学生状态,是否住校
      甲,G1,三年级,1班,在读,是
      乙,G2,三年级,1班,转出,否
      丙,G3,三年级,,在读,否
      丁,G4,三年级,1班,在读,周末回家
      合计,,,3,,

      """, into: .classRoll)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(try classes(desk) == ["小学 2020级1班 2 1 - - - -"])
    for code in ["left-school", "no-class", "unknown-word"] {
      #expect(outcome.codes.contains(code), "\(code)")
    }
  }

  @Test func `one name is two classes where a school has both 学段: births tell them apart`() throws {
    let workdir = Workdir(inMemory: true)
    let file = try YiceFile.create(
      workdir.file("九年校.db"),
      info: FileInfo(
        role: .school, orgCode: "3199000003", orgName: "九年校", countyCode: "990101", schoolYear: 2022),
      author: .tester)
    let rows = (1...4).map { "学生\($0),G\($0),201\($0 < 3 ? 6 : 0)-03-01,2022级1班" }
    try workdir.write("学籍.csv", (["姓名,学籍号,出生日期,班级"] + rows).joined(separator: "\n") + "\n")
    let outcome = try Importer(.classRoll).run(
      try CSVReader(path: workdir.file("学籍.csv")), into: file, author: .tester)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let found = try file.read {
      try String.fetchAll($0, sql: "SELECT stage || grade || ' ' || head_count FROM class_roll ORDER BY 1")
    }
    #expect(found == ["初中7 2", "小学1 2"])
  }

  @Test func `a list of classes with a head count is none of pupils`() throws {
    let desk = try Desk()
    let outcome = try desk.take("班级,姓名,人数\n三(1)班,王老师,40\n", into: .classRoll)
    #expect(!outcome.codes.contains("pupil-list"))
    #expect(try classes(desk).map { $0.prefix(13) } == ["小学 2020级1班 40"])
  }

  @Test(
    "a list of some of the pupils, by its title, is no list of its classes",
    arguments: ["第一小学留守儿童花名册", "留守儿童学生名册", "资助学生名单", "2022届毕业生名单", "转入学生登记表"])
  func someOnly(_ title: String) throws {
    let desk = try Desk()
    _ = try desk.take("班级,人数\n一年级1班,45\n", into: .classRoll)
    let outcome = try desk.take("\(title),,\n姓名,性别,班级\n张伟,男,一年级1班\n", into: .classRoll, strict: false)
    #expect(outcome.isHeldUp && outcome.codes == ["some-pupils"], "\(outcome.texts)")
    #expect(try desk.value("SELECT head_count FROM class_roll") == 45)
  }

  @Test("a list that leaves a class with less than half of its pupils is told")
  func fewer() throws {
    let desk = try Desk()
    _ = try desk.take("班级,人数\n一年级1班,45\n一年级2班,3\n", into: .classRoll)
    let outcome = try desk.take("姓名,性别,班级\n张伟,男,一年级1班\n李娜,女,一年级2班\n", into: .classRoll)
    #expect(outcome.texts.contains { $0.contains("有 1 个班") && $0.contains("45 人") && $0.contains("现在 1 人") })
    #expect(outcome.holdsPersons)
  }

  @Test(
    "whole lists that have such a word in the name of the school or the grade are lists of their classes",
    arguments: ["石桥寄宿制小学三年级学生名单", "毕业班学生名册", "全校学生名册（含留守、随迁）"])
  func wholeLists(_ title: String) throws {
    let outcome = try Desk().take(
      "\(title),,\n姓名,性别,班级\n张伟,男,一年级1班\n", into: .classRoll, strict: false)
    #expect(outcome.new == 1 && !outcome.codes.contains("some-pupils"), "\(outcome.texts)")
  }
}
