internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Changes one row by its key, or many by a condition.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "修改一行，或用 --where 修改许多行。",
    discussion: """
      例：yice set 一小.db 教师 T001 最高学历=本科
          yice set 一小.db 教师 --where 任教学科=体育 专任教师=是
      """, aliases: ["修改"])

  @OptionGroup var target: TableArguments

  @Argument(
    help: ArgumentHelp("哪一行（用 --where 时不写），然后是 列=值。", valueName: "行与列=值"),
    completion: Completion.columns)
  var words: [String]

  @OptionGroup var bulk: BulkOptions
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let table = try target.resolved()
    let file = try YiceFile.open(target.file, for: .write)
    let (keyText, texts) = try RowSelection.split(words, hasConditions: !bulk.conditions.isEmpty)
    guard !texts.isEmpty else { throw ValidationError("没有写要改成什么。请写 列=值。") }
    let values = try RowValues(texts, in: table)
    let asked = try AskedRows(keyText, bulk, in: table, file)
    if keyText == nil {
      if let elsewhere = asked.elsewhere { Output.say(elsewhere) }
      guard try bulk.proceed("要修改“\(table.label)”的 \(asked.seen.count)。", rows: asked.seen.lines.count) else {
        return
      }
    }
    let counts = try file.write("set", author: author.value) { writer in
      for key in try asked.confirmed(writer) { try writer.set(table, key, values) }
      return writer.counts
    }
    for remark in values.remarks { Output.say("提醒 \(remark)") }
    Output.say("“\(table.label)”更改 \(counts.total(.changed)) 行，原本相同 \(counts.total(.same)) 行。")
  }
}
