internal import ArgumentParser
internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// 勾稽检查.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "勾稽检查：数据是否对得上；有错误时退出状态为 2。",
    discussion: "例：yice check 一小.db", aliases: ["检查"])

  @OptionGroup var question: FigureArguments

  @Flag(help: "以 JSON 输出。")
  var json = false

  func run() throws {
    let file = try YiceFile.open(question.file)
    let findings = try file.readWithTemporaryTables { db in
      let question = try question.basis.question(db, file)
      return try Check.run(
        db, year: question.year, profile: question.profile, wholeCounty: !file.info.role.isOneSchool)
    }
    let errors = findings.count { $0.severity == .error }
    if json {
      Output.print(JSONValue.array(findings.map(FindingReport.json)).rendered(pretty: true) + "\n")
    } else {
      for finding in findings { Output.print(finding.description + "\n") }
      let warnings = findings.count { $0.severity == .warning }
      Output.print("\(file.info.orgName)：错误 \(errors) 条，提醒 \(warnings) 条。\n")
    }
    if errors > 0 { throw CommandStatus(.findings) }
  }
}
