import Foundation
import GRDB
import Testing
import YiceFormats
import YiceLedgers
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// 文件汇编 of a county with two attachments, and what may stand in its way.
@Suite struct EvidencePackTests {
  private let town: ReportTown

  init() throws {
    town = try ReportTown(schools: 2)
    try town.sql(
      """
      INSERT INTO expected_material (org_code, id, seq, indicator, material, who, required, box) VALUES
        ('990101', 'R1-1', '2', 'R1', '学历证书', '校', 1, 'A5'), ('990101', 'G1-1', '10', 'G1', '规划', '县', 1, 'A1')
      """)
  }

  private func attach(_ id: String, _ name: String, _ org: String, content: String? = nil) throws {
    let bytes = Array((content ?? name).utf8)
    let hash = SHA256.hex(of: bytes)
    try town.sql("INSERT OR IGNORE INTO evidence_blob VALUES (?, ?, ?)", [hash, bytes.count, Data(bytes)])
    try town.sql(
      """
      INSERT INTO evidence (org_code, id, subject_table, subject_key, file_name, size, sha256, material_id)
      VALUES (?, ?, 'expected_material', '990101/' || ?, ?, ?, ?, ?)
      """, [org, id + name, id, name, bytes.count, hash, id.isEmpty ? nil : id])
  }

  private func pack(_ name: String = "汇编", school: String? = nil) throws -> EvidencePack.Outcome {
    try town.file.readWithTemporaryTables { db in
      try EvidencePack(db, Question(db, town.file.info, year: 2022, day: "2023-03-01"), school: school)
        .write(to: town.workdir.file(name))
    }
  }

  private func names(_ folder: String = "汇编") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: town.workdir.file(folder)).sorted()
  }

  @Test(
    "the folder holds contents, report, application and the attachments in the order of the list, byte for byte"
  )
  func whole() throws {
    try attach("R1-1", "学历/证书:一.pdf", ReportTown.code(1))
    try attach("R1-1", "学历.pdf", ReportTown.code(0))
    try attach("G1-1", "规划.pdf", ReportTown.county)
    try attach("", "照片.jpg", ReportTown.code(0))
    let outcome = try pack()
    let expected = [
      "0-目录.xlsx", "1-自评报告.docx", "2-申报表.xlsx", "附件001-G1-1-示例县教育局-规划.pdf", "附件002-R1-1-第0小学-学历.pdf",
      "附件003-R1-1-第1小学-学历证书一.pdf", "附件004-其他-第0小学-照片.jpg",
    ]
    #expect(outcome.names == expected)
    #expect(try names() == expected.sorted())
    #expect(outcome.missing == 0 && outcome.leftOut.isEmpty)
    #expect(try town.workdir.bytes("汇编/附件002-R1-1-第0小学-学历.pdf") == Array("学历.pdf".utf8))
    #expect(try Archive.text("word/document.xml", of: town.workdir.file("汇编/1-自评报告.docx")).contains("自评报告"))
    let sheets = try Archive.text("xl/workbook.xml", of: town.workdir.file("汇编/2-申报表.xlsx"))
    for form in ["表Ⅰ", "表Ⅱ-1", "表Ⅱ-2", "表Ⅲ", "表Ⅳ", "表Ⅴ", "表Ⅵ"] { #expect(sheets.contains(form)) }
    let contents = try Archive.text("xl/sharedStrings.xml", of: town.workdir.file("汇编/0-目录.xlsx"))
    for name in expected.dropFirst(3) { #expect(contents.contains(name)) }
  }

  @Test("a file whose line is not asked any more comes last; one of another year stays out")
  func linesThatWent() throws {
    try attach("R1-1", "学历.pdf", ReportTown.code(0))
    try attach("G1-1", "规划.pdf", ReportTown.county)
    try attach("G1-1", "去年规划.pdf", ReportTown.county)
    try attach("", "照片.jpg", ReportTown.code(0))
    try attach("", "去年照片.jpg", ReportTown.code(0))
    try town.sql("UPDATE evidence SET year = 2021 WHERE file_name LIKE '去年%'")
    try town.sql("UPDATE evidence SET year = 2022 WHERE file_name = '照片.jpg'")
    try town.sql("UPDATE expected_material SET active = 0 WHERE id = 'R1-1'")
    #expect(
      try pack().names.dropFirst(3) == [
        "附件001-G1-1-示例县教育局-规划.pdf", "附件002-其他-第0小学-照片.jpg", "附件003-其他-第0小学-学历.pdf",
      ])
    try town.sql("DELETE FROM expected_material WHERE id = 'G1-1'")
    #expect(
      try pack("删了").names.dropFirst(3) == [
        "附件001-其他-第0小学-照片.jpg", "附件002-其他-第0小学-学历.pdf", "附件003-其他-示例县教育局-规划.pdf",
      ])
  }

  @Test("one school's is its own report and 学校自评表, and no other school's attachments")
  func school() throws {
    try attach("R1-1", "甲.pdf", ReportTown.code(0))
    try attach("R1-1", "乙.pdf", ReportTown.code(1))
    let outcome = try pack(school: "第1小学")
    #expect(
      outcome.names == ["0-目录.xlsx", "1-自评报告.docx", "2-学校自评表.xlsx", "附件001-R1-1-第1小学-乙.pdf"])
  }

  @Test(
    "a content that was left out of the file is told in the contents; a damaged one leaves no folder at all")
  func contents() throws {
    try attach("G1-1", "规划.pdf", ReportTown.county)
    try town.sql("DELETE FROM evidence_blob")
    let outcome = try pack()
    #expect(outcome.leftOut == ["附件001-G1-1-示例县教育局-规划.pdf"] && outcome.names.count == 3)
    #expect(
      try Archive.text("xl/sharedStrings.xml", of: town.workdir.file("汇编/0-目录.xlsx")).contains("内容不在此，请另附"))
    try attach("R1-1", "学历.pdf", ReportTown.code(0))
    try town.sql("UPDATE evidence_blob SET content = x'00'")
    #expect(throws: EvidenceError.damaged("学历.pdf")) { try pack("另一个") }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: town.workdir.path).allSatisfy {
        !$0.contains("另一个") && !$0.hasSuffix(".part")
      })
  }

  @Test("a folder of that name stays as it is")
  func taken() throws {
    try FileManager.default.createDirectory(
      atPath: town.workdir.file("汇编"), withIntermediateDirectories: false)
    #expect(throws: EvidenceError.exists(town.workdir.file("汇编"))) { try pack() }
    #expect(try names() == [])
  }

  @Test("档案目录 prints box by box with folders from 1, what is attached by name, what is missing")
  func list() throws {
    try attach("R1-1", "学历.pdf", ReportTown.code(0))
    let form = try #require(Form.named("档案目录"))
    let pages = try town.file.readWithTemporaryTables { db in
      try form.pages(FormSource(db, Question(db, town.file.info, year: 2022, day: "2023-03-01")))
    }
    #expect(pages.map(\.name) == ["县级", "第0小学", "第1小学"])
    let lines = pages.map { page in
      page.listing.rows.map { $0.map(\.shown.description).joined(separator: "|") }
    }
    #expect(lines[0] == ["A1|1|G1-1|G1|规划|每年|必备||缺|"])
    #expect(lines[1] == ["A5|1|R1-1|R1|学历证书|每年|必备|学历.pdf|已附|"])
    #expect(lines[2] == ["A5|1|R1-1|R1|学历证书|每年|必备||缺|"])
  }
}
