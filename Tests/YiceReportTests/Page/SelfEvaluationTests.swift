import Foundation
import GRDB
import Testing
import YiceStandards
import YiceStore
import YiceTestSupport

@testable import YiceReport

@Suite("自评报告")
struct SelfEvaluationTests {
  private let headings = [
    "一、基本情况", "二、资源配置", "三、政府保障程度", "四、教育质量", "五、社会认可度", "六、一票否决事项", "七、存在的问题和整改情况", "八、自评结论和下一步措施",
  ]

  private func write(_ town: ReportTown, _ name: String, school: String? = nil) throws -> String {
    let path = town.workdir.file(name)
    let format = try #require(SelfEvaluationFile.Format(path: path))
    try town.file.readWithTemporaryTables { db in
      try SelfEvaluationFile.write(
        db, Question(db, town.file.info, year: 2022, day: "2023-03-01"),
        options: ReportOptions(school: school),
        to: path,
        as: format)
    }
    return path
  }

  @Test("the document has the standard headings, its figures with their sources, and room for conclusions")
  func html() throws {
    let town = try ReportTown()
    let text = try String(contentsOfFile: try write(town, "自评.html"), encoding: .utf8)
    for heading in headings { #expect(text.contains("<h2>\(heading)</h2>")) }
    #expect(text.contains("4 所学校（学段）中，3 所资源配置综合达标。"))
    #expect(text.components(of: "数据来源：") >= 6)
    #expect(text.components(of: "class=\"write\"") >= 8)
    #expect(!text.contains("<script"))
  }

  @Test(
    "items are the ones that assess works out: figures with their sums, failing schools and classes by name, what is 未填"
  )
  func items() throws {
    let town = try ReportTown()
    for (element, value) in [("特殊教育公用经费", 60_000.0), ("特殊教育学生数", 10)] {
      try town.sql(
        "INSERT INTO statement (org_code, school_year, element, value) VALUES (?, 2022, ?, ?)",
        [ReportTown.county, element, value])
    }
    try town.sql(
      "INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, grade, head_count) VALUES (?, 2022, '小学', 2022, 1, 1, 46)",
      [ReportTown.code(0)])
    try town.sql(
      "INSERT INTO conclusion (org_code, school_year, item, met, conclusion, concluded_by) VALUES (?, 2022, 'G1', 1, '布局合理', '欧阳娜娜')",
      [ReportTown.county])
    let text = try String(contentsOfFile: try write(town, "自评.html"), encoding: .utf8)
    for words in [
      "60000 ÷ 10（特殊教育公用经费：", "布局合理", "欧阳娜娜", "小学 1 年级 1 班（2022 年入学）46 人，上限 45 人", "申报的前提条件",
      "项未填（", "未达标的学校和班级", "存在以考试方式招生",
    ] {
      #expect(text.contains(words), "\(words)")
    }
    // Nobody is named in a school's own, where the item is the school's.
    let own = try String(
      contentsOfFile: try write(town, "学校.html", school: ReportTown.code(1)), encoding: .utf8)
    #expect(!own.contains("46 人") && own.contains("全县："))
    #expect(own.contains("请在文件里补填后再做一次报告"))
  }

  @Test("the standard of 2012 has its own sections, numbered on")
  func basic() throws {
    let town = try ReportTown()
    let path = town.workdir.file("自评.html")
    try town.file.readWithTemporaryTables { db in
      try SelfEvaluationFile.write(
        db, Question(db, town.file.info, year: 2022, standard: "basic-2012", day: "2023-03-01"),
        options: ReportOptions(), to: path, as: .html)
    }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    for heading in ["三、办学基本标准", "四、公众满意度", "五、一票否决事项", "六、存在的问题和整改情况", "七、自评结论和下一步措施"] {
      #expect(text.contains("<h2>\(heading)</h2>"), "\(heading)")
    }
  }

  @Test("a .docx is a zip of well-formed parts, with hostile text escaped")
  func docx() throws {
    let town = try ReportTown()
    try town.fill { _ in hostile }
    try town.sql("UPDATE org SET name = ?1, short_name = ?1", [hostile])
    for school in [nil, ReportTown.code(0)] {
      let path = try write(town, "自评.docx", school: school)
      let line = """
        import zipfile,xml.dom.minidom as m,sys
        z=zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        for n in z.namelist(): m.parseString(z.read(n))
        sys.stdout.buffer.write(z.read('word/document.xml'))
        """
      let read = try run("/usr/bin/python3", ["-c", line, path], in: town.workdir)
      #expect(read.status == 0, "\(read.err)")
      for heading in headings { #expect(read.out.contains(heading)) }
      #expect(read.out.contains("&lt;script&gt;"))
      #expect(read.out.contains("<w:tblHeader/>"))
    }
  }

  @Test("the same file gives the same document")
  func repeatable() throws {
    let town = try ReportTown()
    let first = try Data(contentsOf: URL(filePath: try write(town, "a.docx")))
    let second = try Data(contentsOf: URL(filePath: try write(town, "b.docx")))
    #expect(first == second)
  }

  @Test("a folder that is not there is said")
  func refused() throws {
    let town = try ReportTown()
    #expect(throws: (any Error).self) { try write(town, "无/自评.docx") }
  }
}
