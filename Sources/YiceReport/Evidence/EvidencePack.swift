package import GRDB
internal import YiceFiles
internal import YiceFormats
internal import YiceLedgers
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// 文件汇编: what a county uploads or hands in. One folder, whole or not at all: a contents page, 自评报告, 申报表 (of a
/// school: 学校自评表), and the attachments numbered in the order of 档案目录. Decision 0196.
///
/// Source: what the national information system asks for, 自评报告 + 申报表 + 文件汇编 (evidence.md 7, domain.md §12).
package struct EvidencePack {
  /// What was written.
  package struct Outcome: Sendable {
    /// Names in the folder, the contents page first.
    package let names: [String]
    /// Attachments that are named and whose content is not in the file.
    package let leftOut: [String]
    /// Lines of 档案目录 that must be answered and are not.
    package let missing: Int
  }

  private let db: Database
  private let question: Question
  private let school: String?

  /// - Parameters:
  ///   - db: inside a transaction that allows temporary tables.
  ///   - school: what a person calls the one school; nil: all that the file speaks for.
  /// - Throws: `SchoolDirectory.Problem`.
  package init(_ db: Database, _ question: Question, school: String?) throws {
    self.db = db
    self.question = question
    let own = question.file.role.isOneSchool ? question.file.orgCode : nil
    self.school = try school.map { try SchoolDirectory(db).code(of: $0) } ?? own
  }

  /// - Throws: `EvidenceError`, `SinkError`, `XLSXError`, `ReportRefusal`, `DatabaseError`; then nothing stands there.
  package func write(to path: String) throws -> Outcome {
    let plan = try MaterialPlan(db, question.file, year: question.year, school: school)
    let files = try PackedFile.all(db, plan, year: question.year, org: school)
    do {
      let folder = try NewFolder(for: path)
      var names = ["0-目录.xlsx", "1-自评报告.docx", school == nil ? "2-申报表.xlsx" : "2-学校自评表.xlsx"]
      try FormFile.write([contents(plan, files)], to: "\(folder.path)/\(names[0])", as: .xlsx)
      try SelfEvaluationFile.write(
        db, question, options: ReportOptions(school: school), to: "\(folder.path)/\(names[1])", as: .docx)
      try FormFile.write(try application(), to: "\(folder.path)/\(names[2])", as: .xlsx)
      for file in files where file.file.isHeld {
        let bytes = try EvidenceStore.content(db, name: file.file.name, sha256: file.file.sha256)
        try EvidenceStore.write(bytes, to: "\(folder.path)/\(file.name)")
        names.append(file.name)
      }
      try folder.publish()
      return Outcome(
        names: names, leftOut: files.filter { !$0.file.isHeld }.map(\.name), missing: plan.missing.count)
    } catch let failure as FileFailure {
      throw failure.kind == .exists ? EvidenceError.exists(path) : .unwritable(path, reason: failure.reason)
    }
  }

  private func application() throws -> [FormPage] {
    let source = try FormSource(db, question, school: school)
    return try (school == nil ? Form.application : [Form.selfEvaluation]).flatMap { try $0.pages(source) }
  }

  private func contents(_ plan: MaterialPlan, _ files: [PackedFile]) -> FormPage {
    let rows = files.map { file -> [Listing.Cell] in
      [
        .number(file.number), .text(file.line?.box ?? "其他佐证"), .text(file.line?.indicator),
        .text(file.line?.material ?? file.subject), .text(file.orgName),
        file.line?.year.map { .number($0) } ?? .empty, .text(file.name),
        .text(file.file.isHeld ? file.file.note : "内容不在此，请另附"),
      ]
    }
    var page = FormPage(
      title: "文件汇编目录", name: "目录",
      columns: [
        FormColumn("number", "附件号", 7, centered: true), FormColumn("box", "档案盒", 14, merges: true),
        FormColumn("indicator", "指标", 8, centered: true), FormColumn("material", "材料名称", 28),
        FormColumn("org", "单位", 16), FormColumn("year", "年度", 7, centered: true),
        FormColumn("file", "文件", 36), FormColumn("note", "备注", 12),
      ], rows: rows)
    page.landscape = true
    page.left =
      "填报单位：\(school.flatMap { code in plan.lines.first { $0.org == code }?.orgName } ?? question.file.orgName)"
    page.notes = [
      "另有：1 自评报告，2 \(school == nil ? "申报表" : "学校自评表")。附件按档案目录的顺序编号。"
        + (plan.missing.isEmpty
          ? "" : "档案目录里必备而没有附上的 \(plan.missing.count) 件，见 yice evidence materials --missing。")
    ]
    return page
  }
}
