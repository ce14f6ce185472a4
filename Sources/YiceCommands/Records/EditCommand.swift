internal import ArgumentParser
internal import YiceModel
internal import YiceReport
internal import YiceStore

/// Opens rows in an editor and applies what was changed.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "在编辑器（EDITOR）里改一行或许多行，保存退出即写入；不改即取消。",
    discussion: """
      例：yice edit 一小.db 教师 T001
          yice edit 一小.db 教师 --where 任教学科=体育
          yice edit 一小.db 教师 'A\\/01'      # 值里本来有 / 的写作 \\/，并加单引号
      有学年一列的表只取文件里记的学年的行；别的学年用 --year 2021，全部用 --all-years。
      有一处不对就都不写入：说明哪一行不对，再打开编辑器改；停下时改过的文本留着，改好后用 --from 接着写入。
      """, aliases: ["编辑"])

  @OptionGroup var target: TableArguments

  @Argument(help: ArgumentHelp("哪一行；不写则是全部行或 --where 选出的行。", valueName: "行"))
  var key: String?

  @Option(name: .customLong("where"), help: ArgumentHelp("只改符合的行，可写多次。", valueName: "列=值"))
  var conditions: [String] = []

  @Option(help: ArgumentHelp("不开编辑器，用上次留下的文本。", valueName: "文本"))
  var from: String?

  @Flag(help: "删除行时不询问。")
  var yes = false

  @Flag(name: .customLong("dry-run"), help: "只检查，不写入。")
  var dryRun = false

  @OptionGroup var years: YearScopeOptions
  @OptionGroup var author: AuthorOptions

  func run() throws {
    let table = try target.resolved()
    let file = try YiceFile.open(target.file, for: .write)
    let (form, seen) = try current(table, file)
    let path = try from ?? Editor.draft(form.text)
    if from == nil { try Editor.open(path, keeping: form.text) }
    while true {
      do {
        try apply(Editor.read(path), form, seen, table, file, from: path)
        return
      } catch let problems as EditProblems {
        for problem in problems.list { Output.say("第 \(problem.line) 行：\(problem.text)") }
      } catch let moved as RowsMoved {
        throw Editor.Problem.changedMeanwhile(path, rows: moved.rows)
      } catch let status as CommandStatus {
        // Asked whether to remove rows, the person said no.
        if from == nil { Editor.remove(path) }
        throw status
      } catch let error as any YiceError where !(error is Editor.Problem) {
        Output.complain(error.description)
      }
      guard from == nil, Confirmation.asks("没有写入。输入 y 再打开编辑器改，其他键停下：") else {
        throw Editor.Problem.kept(path)
      }
      try Editor.open(path, keeping: form.text)
    }
  }

  private func apply(
    _ text: String, _ form: EditForm, _ seen: SeenRows, _ table: CatalogTable, _ file: YiceFile,
    from path: String
  ) throws {
    guard text != form.text, !Editor.isBlank(text),
      case let changes = try EditChanges(from: form, to: EditForm.read(text, table)), !changes.isEmpty
    else {
      Editor.remove(path)
      Output.say("没有改动，已取消。")
      return
    }
    if !changes.removed.isEmpty, !dryRun {
      try Confirmation.require(
        "要删除“\(table.label)”的 \(seen.count(of: Set(changes.removed)))。", yes: yes)
    }
    try file.write("edit", author: author.value, commit: !dryRun) { writer in
      try seen.require(unchanged: changes.touched, writer.db)
      try changes.apply(writer)
    }
    if from == nil { Editor.remove(path) }
    Output.say(
      "“\(table.label)”新增 \(changes.added.count) 行，更改 \(changes.changed.count) 行，删除 \(changes.removed.count) 行。"
        + (dryRun ? "（试运行，没有写入）" : ""))
  }

  /// The rows as they are now, as a text and with their versions.
  private func current(_ table: CatalogTable, _ file: YiceFile) throws -> (EditForm, SeenRows) {
    var query = RecordQuery(table)
    for condition in conditions { try query.add(condition: condition) }
    try years.limit(&query, in: file)
    let info = try years.completing(file.info, for: table)
    let wanted = query
    var (form, seen, elsewhere) = try file.read { db in
      let key = try key.map { try RowKey.find($0, in: table, file: info, db) }
      let rows = try key.map { try [SeenRows.row(db, table, $0)] } ?? wanted.rows(db)
      let seen = try SeenRows(db, table, rows: rows)
      return (EditForm(table, rows: rows, seen: seen), seen, key == nil ? try wanted.elsewhere(db) : [])
    }
    if let leftOut = query.leftOut(elsewhere) { Output.say(leftOut) }
    form.year = try years.said(table)
    return (form, seen)
  }
}
