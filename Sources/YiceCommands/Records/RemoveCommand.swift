internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Removes one row by its key, or many by a condition; the history keeps them.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "删除一行，或用 --where 删除许多行（历史里留有原样，可撤销）。",
    discussion: "例：yice remove 一小.db 教师 T001", aliases: ["删除"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("哪一行；用 --where 时不写。", valueName: "行"))
  var key: String?

  @OptionGroup var bulk: BulkOptions
  @OptionGroup var author: AuthorOptions

  func validate() throws {
    if key == nil && bulk.conditions.isEmpty { throw ValidationError("没有写要删哪一行。请写行的标识，或用 --where 列=值。") }
    if key != nil && !bulk.conditions.isEmpty { throw ValidationError("写了 --where 就不要再写是哪一行。") }
  }

  func run() throws {
    let table = try target.resolved()
    let file = try YiceFile.open(target.file, for: .write)
    let asked = try AskedRows(key, bulk, in: table, file)
    if let elsewhere = asked.elsewhere { Output.say(elsewhere) }
    guard try bulk.proceed("要删除“\(table.label)”的 \(asked.seen.count)。", rows: asked.seen.lines.count) else {
      return
    }
    try file.write("remove", author: author.value) { writer in
      for key in try asked.confirmed(writer) { try writer.remove(table, key) }
    }
    Output.say("“\(table.label)”删除了 \(asked.seen.lines.count) 行。要找回请用 yice undo \(target.file.typed)。")
  }
}
