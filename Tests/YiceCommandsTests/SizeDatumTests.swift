import Foundation
import Testing
import YiceTestSupport

/// One datum for the size of classes and schools: who changes it sees every reader follow.
@Suite struct SizeDatumTests {
  private let workdir = Workdir()

  /// A county with one school: classes of 41 and 51.
  init() throws {
    let school = """
      学校标识码,学校名称,学校类别,所在县代码
      2199000001,第一小学,小学,990101

      """
    let rolls = """
      学校标识码,学年,学段,入学年份,班号,年级,班级人数
      2199000001,2022,小学,2020,1,3,41
      2199000001,2022,小学,2021,2,2,51

      """
    try workdir.write("学校.csv", school)
    try workdir.write("班级.csv", rolls)
    _ = try yice("new", "县.db", "--role", "county", "--org", "990101", "--name", "某县教育局", "--year", "2022")
    _ = try yice("import", "县.db", "学校机构", "学校.csv")
    _ = try yice("import", "县.db", "班级", "班级.csv")
  }

  private func yice(_ arguments: String..., status: Int32? = 0) throws -> String {
    let result = try run(yicePath, arguments, in: workdir)
    if let status { #expect(result.status == status, "\(arguments): \(result.err)") }
    return result.out
  }

  private func page(_ school: Bool = false) throws -> String {
    let more = school ? ["--school", "第一小学"] : []
    let result = try run(yicePath, ["report", "县.db", "-o", "页.html"] + more, in: workdir)
    #expect(result.status == 0, "\(result.err)")
    return String(decoding: try workdir.bytes("页.html"), as: UTF8.self)
  }

  struct Reader: CustomTestStringConvertible, Sendable {
    let name: String
    let arguments: [String]
    /// Words with the shipped limits, and with the county's own.
    let before: String
    let after: String
    var testDescription: String { name }
  }

  static let readers = [
    Reader(
      name: "assess G5", arguments: ["explain", "县.db", "G5"], before: "超标准：小学 >45 人",
      after: "小学 2020 年入学3 年级1 班 41 人（上限 40）"),
    Reader(name: "assess G4", arguments: ["explain", "县.db", "G4"], before: "要求 2000", after: "要求 90"),
    Reader(
      name: "check", arguments: ["check", "县.db"], before: "51 人，已超过 45 人", after: "41 人，已超过 40 人"),
    Reader(
      name: "scan", arguments: ["oversize", "scan", "县.db", "--dry-run"], before: "超标准", after: "大班额"),
    Reader(
      name: "scan of schools", arguments: ["oversize", "scan", "县.db", "--dry-run"], before: "二年级2班",
      after: "超过规模上限 90"),
    Reader(
      name: "zero growth", arguments: ["oversize", "growth", "县.db", "--baseline", "2021"],
      before: "二年级2班 51 人（超标准）", after: "三年级1班 41 人（超标准）、二年级2班 51 人（大班额）"),
    Reader(name: "places", arguments: ["oversize", "places", "县.db"], before: " 90", after: " 80"),
    Reader(name: "status", arguments: ["status", "县.db"], before: "超标准班 1 个", after: "超标准班 2 个"),
    Reader(
      name: "standards", arguments: ["standards", "县.db"], before: "大班额 ≥56 人", after: "大班额 ≥50 人"),
  ]

  private func override(_ profile: String = "sizes") throws {
    let rows = """
      标准名称,指标编号,学段,数值,依据
      \(profile),班额上限,小学,40,县定
      \(profile),大班额,,50,县定
      \(profile),小学,,90,县定

      """
    try workdir.write("阈值.csv", rows)
    _ = try yice("import", "县.db", "阈值", "阈值.csv")
  }

  @Test("every command follows a county's own limits", arguments: readers)
  func follows(_ reader: Reader) throws {
    let before = try run(yicePath, reader.arguments, in: workdir)
    #expect((before.out + before.err).contains(reader.before), "\(before.out)\(before.err)")
    #expect(!(before.out + before.err).contains(reader.after))
    try override()
    let after = try run(yicePath, reader.arguments, in: workdir)
    #expect((after.out + after.err).contains(reader.after), "\(after.out)\(after.err)")
  }

  @Test("the pages of county and school follow a county's own limits")
  func pages() throws {
    #expect(try page().contains("超标准（小学＞45、初中＞50）"))
    #expect(try page(true).contains("△ 超标准") && !page(true).contains("✗ 大班额"))
    try override("national-2017")
    #expect(try page().contains("超标准（小学＞40、初中＞50）"))
    #expect(try page().contains("大班额（≥50）"))
    #expect(try page(true).contains("51 人，标准 40 人") && page(true).contains("✗ 大班额"))
  }

  private func form(_ name: String) throws -> String {
    _ = try yice("form", "县.db", name, "-o", "\(name).xlsx")
    return try Archive.text("xl/sharedStrings.xml", of: workdir.file("\(name).xlsx"))
  }

  @Test("the notes of the ledgers' forms follow a county's own limits")
  func forms() throws {
    _ = try yice("oversize", "scan", "县.db")
    #expect(try form("大班额台账").contains("小学 &gt;45 人、初中 &gt;50 人；大班额 ≥56 人"))
    #expect(try form("大校额台账").contains("教学点 2000 人"))
    try override()
    #expect(try form("大班额台账").contains("小学 &gt;40 人、初中 &gt;50 人；大班额 ≥50 人"))
    #expect(try form("大校额台账").contains("小学 90 人；"))
  }

  @Test("the limits hold under every standard, also one that judges no class sizes")
  func basic() throws {
    try override()
    _ = try yice("standards", "县.db", "--use", "basic-2012")
    #expect(try yice("check", "县.db", status: nil).contains("41 人，已超过 40 人"))
    #expect(try yice("status", "县.db").contains("超标准班 2 个"))
  }

  @Test("a limit that is no whole number, or that names nothing, is told and not used")
  func unused() throws {
    try workdir.write("阈值.csv", "标准名称,指标编号,学段,数值,依据\nsizes,班额上限,小学,40.5,县定\nsizes,班级上限,,40,县定\n")
    _ = try yice("import", "县.db", "阈值", "阈值.csv")
    let said = try yice("check", "县.db", status: nil)
    #expect(said.contains("班额上限") && said.contains("班级上限"))
    #expect(said.contains("51 人，已超过 45 人"))
  }
}
