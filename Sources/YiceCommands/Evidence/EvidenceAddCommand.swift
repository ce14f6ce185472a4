internal import ArgumentParser
internal import YiceLedgers
internal import YiceStore

/// Attaches files to a row.
struct EvidenceAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "把文件附到一行上；相同内容只存一份。",
    discussion: """
      例：yice evidence add 一小.db 整改清单 8k2mvtz4 验收单.pdf
          yice evidence add 一小.db 用房 M01 平面图.pdf --material R4-1   # 同时算作“档案目录”R4-1 的材料
          yice evidence add 一小.db 档案目录 R1-1 学历证书.pdf
          yice evidence add 县.db 档案目录 R1-1 学历证书.pdf --school 第一小学
      """, aliases: ["附上"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("哪一行。", valueName: "行"))
  var key: String

  @Argument(help: ArgumentHelp("要附上的文件，可写多个。", valueName: "佐证文件"))
  var paths: [String]

  @Option(help: ArgumentHelp("备注。", valueName: "备注"))
  var note: String?

  @Option(help: ArgumentHelp("它是“档案目录”里哪一项的材料（编号，如 R4-1）。", valueName: "编号"))
  var material: String?

  @Option(help: ArgumentHelp("附到“档案目录”上时，是哪一所学校的。", valueName: "学校"))
  var school: String?

  @OptionGroup var year: YearOption
  @OptionGroup var day: DayOption
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let table = try target.resolved()
    let file = try YiceFile.open(target.file, for: .write)
    let added = try file.write("evidence add", author: author.value) { writer in
      let row = try EntryKey.row(key, in: table, writer)
      let answer = EvidenceStore.Answer(
        material: material, year: try year.value() ?? writer.file.schoolYear,
        org: try school.map { try SchoolDirectory(writer.db).code(of: $0) })
      return try paths.map {
        try EvidenceStore.add($0, to: table, row, note: note, on: day.value(), answering: answer, writer)
      }
    }
    let new = added.filter { !$0.wasThere }
    let held = new.count(where: \.wasHeld)
    let completed = added.count { $0.wasThere && !$0.wasHeld }
    let there = added.count - new.count - completed
    var parts: [String] = []
    if !new.isEmpty {
      parts.append("已附上 \(new.count) 个文件" + (held > 0 ? "，其中 \(held) 个内容已有，没有重复保存" : ""))
    }
    if completed > 0 { parts.append("\(completed) 个早已附在这一行上，补上了缺的内容") }
    if there > 0 { parts.append("\(there) 个早已附在这一行上，没有再附") }
    Output.say(parts.joined(separator: "；") + "。")
  }
}
