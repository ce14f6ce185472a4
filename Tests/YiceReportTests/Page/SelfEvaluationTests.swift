import Foundation
import GRDB
import Testing
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
        db, info: town.file.info, year: 2022, options: ReportOptions(today: "2023-03-01", school: school),
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
