import Foundation
import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Periods and ledgers of classes as sheets write them.
struct PeriodImportTests {
  private let folder = Workdir(inMemory: true)

  private func county() throws -> YiceFile {
    let info = FileInfo(
      role: .county, orgCode: "990101", orgName: "示例局", countyCode: "990101", schoolYear: 2022)
    let file = try YiceFile.create(folder.file("县.db"), info: info, author: Author("局"))
    try file.write("test", author: Author("局")) { writer in
      try writer.save(info)
      _ = try writer.add(
        .org, ["org_code": "2199000001", "name": "示例小学", "kind": "小学", "county_code": "990101"])
    }
    return file
  }

  @discardableResult
  private func take(_ table: CatalogTable, _ text: String, into file: YiceFile, level: Bool = false) throws
    -> ImportOutcome
  {
    var importer = Importer(table)
    importer.strict = false
    if level { importer.levelOfClass = { heads, _ in heads > 55 ? "大班额" : heads > 45 ? "超标准" : nil } }
    let path = folder.file("表.csv")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try importer.run(CSVReader(path: path), into: file, author: Author("局"))
  }

  private func column(_ name: String, of table: String, by order: String, _ file: YiceFile) throws
    -> [String?]
  {
    try file.read { try Optional<String>.fetchAll($0, sql: "SELECT \(name) FROM \(table) ORDER BY \(order)") }
  }

  @Test func `A problem's period keeps its words; its last day is the first one after the check`() throws {
    let file = try county()
    let sheet = """
      学校名称,检查时间,问题,整改时限
      示例小学,2022-05-10,1,7月底
      示例小学,2022-05-10,2,3月底
      示例小学,2022-05-10,3,待定
      示例小学,2022-05-10,4,2022-06-30
      示例小学,2022-05-10,5,2022年12月底
      """
    let outcome = try take(.rectification, sheet, into: file)
    #expect(outcome.errors == 0 && outcome.new == 5, "\(outcome.findings)")
    #expect(
      try column("due_on", of: "rectification", by: "problem", file) == [
        "2022-07-31", "2023-03-31", nil, "2022-06-30", "2022-12-31",
      ])
    #expect(
      try column("period_text", of: "rectification", by: "problem", file) == [
        "7月底", "3月底", "待定", nil, "2022年12月底",
      ])
    #expect(outcome.findings.contains { $0.code == "period-unread" && $0.value == "待定" })
    // The same sheet again changes nothing.
    let again = try take(.rectification, sheet, into: file)
    #expect(again.new == 0 && again.changed == 0 && again.errors == 0)
  }

  @Test func `A task's month lies in its year, and words alone are enough`() throws {
    let file = try county()
    try take(.task, "年度,序号,任务,时间原文\n2021,1,甲,8月底\n2021,2,乙,2021年9月—10月\n", into: file)
    #expect(try column("due_on", of: "task", by: "seq", file) == ["2021-08-31", "2021-10-31"])
    try take(.task, "年度,序号,任务,时限\n2023,3,丙,年内\n2023,4,丁,长期\n", into: file)
    #expect(
      try column("due_on", of: "task", by: "seq", file) == ["2021-08-31", "2021-10-31", "2023-12-31", nil])
    #expect(try column("period_text", of: "task", by: "seq", file).suffix(2) == ["年内", "长期"])
  }

  @Test func `A stay that is only written as a period has its first and last day`() throws {
    let file = try county()
    try take(
      .exchange, "学校名称,教师编号,类型,交流时间\n示例小学,1,轮岗,2022年9月至2025年7月\n示例小学,2,支教,2022-2023学年\n", into: file)
    #expect(
      try column("from_on || '/' || to_on", of: "exchange", by: "teacher_no", file) == [
        "2022-09-01/2025-07-31", "2022-09-01/2023-08-31",
      ])
  }

  @Test func `A list of oversized classes may leave out entry year, day and level; small classes are told`()
    throws
  {
    let file = try county()
    let outcome = try take(
      .oversizedClass, "学校名称,班级,人数,时限原文\n示例小学,三年级2班,58,2098年秋季\n示例小学,一年级1班,46,2021年内\n示例小学,二年级1班,40,\n",
      into: file, level: true)
    #expect(outcome.new == 2, "\(outcome.findings)")
    #expect(outcome.findings.contains { $0.code == "missing-value" && $0.message.contains("没有超过班额上限") })
    #expect(
      try column(
        "entry_year || '/' || class_no || '/' || level || '/' || state", of: "oversized_class",
        by: "entry_year", file) == ["2020/2/大班额/在册", "2022/1/超标准/在册"])
    #expect(
      try column("filed_on", of: "oversized_class", by: "entry_year", file).allSatisfy {
        $0 == "2022-09-01"
      })
    #expect(outcome.findings.contains { $0.code == "filed-on" && $0.message.contains("--set 建档日期") })
    #expect(outcome.findings.contains { $0.code == "period-turned" }, "a slip is told, not refused")
    #expect(try column("due_on", of: "oversized_class", by: "entry_year", file) == ["2099-01-31", nil])
  }

  @Test
  func `A ledger without a column for the words keeps them in its notes, and takes the last day from them`()
    throws
  {
    let file = try county()
    let sheet = """
      学校名称,建档日期,建档人数,规模上限,计划销号时间,状态,备注
      示例小学,2022-09-01,2100,2000,2023年秋季学期,在册,先分流
      示例小学,2022-09-02,2100,2000,3月底,在册,
      示例小学,2022-09-03,2100,2000,待定,在册,
      示例小学,2022-09-04,2100,2000,2023-06-30,在册,
      示例小学,2022-09-05,2100,2000,2021年内,在册,
      """
    let outcome = try take(.oversizedSchool, sheet, into: file)
    #expect(outcome.errors == 0 && outcome.new == 5 && outcome.emptied == 0, "\(outcome.findings)")
    #expect(
      try column("due_on", of: "oversized_school", by: "filed_on", file) == [
        "2024-01-31", "2023-03-31", nil, "2023-06-30", nil,
      ])
    let notes = [
      "先分流〔原文：计划销号时间“2023年秋季学期”〕", "〔原文：计划销号时间“3月底”〕", "〔原文：计划销号时间“待定”〕", nil, "〔原文：计划销号时间“2021年内”〕",
    ]
    #expect(try column("note", of: "oversized_school", by: "filed_on", file) == notes)
    #expect(outcome.findings.map(\.code) == ["period", "period", "period-unread", "period-turned"])
    #expect(outcome.findings.allSatisfy { $0.message.contains("原文记在备注里") })
    let again = try take(.oversizedSchool, sheet, into: file)
    #expect(again.changed == 0 && again.new == 0)
    // A sheet without 备注: the words go with the date that stands in their place, and come where none stood.
    try take(
      .oversizedSchool,
      """
      学校名称,建档日期,建档人数,规模上限,计划销号时间,状态
      示例小学,2022-09-01,2100,2000,2023-07-31,在册
      示例小学,2022-09-04,2100,2000,2023年第二季度,在册
      """, into: file)
    #expect(
      try column("note", of: "oversized_school", by: "filed_on", file) == [
        "先分流", notes[1], notes[2], "〔原文：计划销号时间“2023年第二季度”〕", notes[4],
      ])
    // One that does not say until when leaves them.
    try take(.oversizedSchool, "学校名称,建档日期,建档人数,状态\n示例小学,2022-09-02,2100,在册\n", into: file)
    #expect(try column("note", of: "oversized_school", by: "filed_on", file)[1] == notes[1])
  }

  @Test func `一校一册 takes 年内, 8月底 and 7月至2月 of the year of the file`() throws {
    let file = try county()
    let outcome = try take(
      .standardizationItem,
      "学校名称,条目编号,类别,项目,计划完成\n示例小学,1,功能室,音乐教室,年内\n示例小学,2,功能室,美术教室,8月底\n示例小学,3,功能室,机房,7月至2月\n示例小学,4,功能室,书法教室,2023年5月\n",
      into: file)
    #expect(outcome.errors == 0 && outcome.new == 4, "\(outcome.findings)")
    #expect(
      try column("due_on", of: "standardization_item", by: "item_id", file) == [
        "2022-12-31", "2022-08-31", "2023-02-28", "2023-05-31",
      ])
    #expect(
      try column("note", of: "standardization_item", by: "item_id", file) == [
        "〔原文：计划完成“年内”〕", "〔原文：计划完成“8月底”〕", "〔原文：计划完成“7月至2月”〕", nil,
      ])
  }

  @Test func `At the keyboard a period with its year is its last day, and one without is refused`() throws {
    let column = try #require(CatalogTable.project.column("due_on"))
    #expect(try ValueParser(column).parse("2023年底").value == .text("2023-12-31"))
    #expect(throws: ValueProblem.self) { try ValueParser(column).parse("年内") }
  }
}
