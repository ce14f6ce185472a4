internal import ArgumentParser
internal import YiceMerge
internal import YiceModel
internal import YiceReport
internal import YiceSign
internal import YiceStore

/// Writes the file that the bureau sends to each school.
struct IssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "给每所学校写一个发下去的文件：本校的行，以及教育局的标准、任务、政策和整改要求。",
    discussion: """
      例：yice issue 县.db --to 发下去/
          yice issue 县.db --to 发下去/ --workbook --due 9月20日
      加 --workbook 给每所学校写一个工作簿（.xlsx），没有装本程序的学校用 WPS 填好发回，用 yice merge 合并。
      加 --encrypt 给每所学校加密，只有登记过密钥的那所学校能打开；没有密钥的学校列出来，不写，加 --plain-without-key 才写不加密的。
      学校收到后：第一次用 yice start 收到.db -o 本校.db，以后用 yice merge 本校.db 收到.db
      """, aliases: ["下发"])

  @Argument(help: ArgumentHelp("县级文件（.db）。", valueName: "文件"))
  var file: String

  @Option(name: .customLong("to"), help: ArgumentHelp("写到哪个文件夹。", valueName: "文件夹"))
  var folder: String

  @Option(
    name: [.customLong("school"), .customLong("org")],
    help: ArgumentHelp("只发给这些学校（标识码、名称或简称），可写多次。", valueName: "学校"))
  var only: [String] = []

  @Flag(help: "写成工作簿（.xlsx），学校用 WPS 或 Excel 填。")
  var workbook = false

  @Option(help: ArgumentHelp("工作簿里写的交回日期，照写。", valueName: "日期"))
  var due: String?

  @OptionGroup var encryption: IssueEncryption

  @Flag(name: .customLong("dry-run"), help: "只列出会写哪些文件。")
  var dryRun = false

  @OptionGroup var signing: SigningOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if encryption.isAsked, workbook { throw ValidationError("工作簿不能加密：--encrypt 和 --workbook 只能写一个。") }
  }

  func run() throws {
    let file = try YiceFile.open(file)
    guard !file.info.role.isOneSchool else {
      throw RecordError.notAllowed(table: "下发文件", role: file.info.role.label, writers: "教育局")
    }
    var schools = try Extract.schools(file)
    if !only.isEmpty {
      let directory = try file.read { try SchoolDirectory($0) }
      let codes = Set(try only.map { try directory.code(of: $0) })
      schools = schools.filter { codes.contains($0.code) }
    }
    guard !schools.isEmpty else { throw ValidationError("县级文件里还没有学校。请先导入学校机构，或合并学校文件。") }
    let receivers = try encryption.receivers(file, schools)
    let asked = schools
    schools.removeAll { receivers.isLeftOut($0.code) }
    let signer = dryRun || workbook ? nil : try signing.signer(for: file.info)
    if !dryRun { OutputPath.makeFolder(folder) }
    let progress = Progress()
    var written: [(code: String, name: String, path: String)] = []
    for (index, school) in schools.enumerated() {
      let name =
        "\(school.code)-\(school.name.filter { !$0.isWhitespace && $0 != "/" })-"
        + (workbook ? "填报.xlsx" : "下发.db")
      let encrypted = receivers.of(school.code)
      let path = OutputPath.resolve(
        folder.hasSuffix("/") ? folder : folder + "/",
        name: encrypted.map { Mail.encrypted(name, isSM: $0.isSM) } ?? name)
      progress.show("\(index + 1)/\(schools.count) \(school.name)")
      if !dryRun {
        if workbook {
          let own = try Extract.school(file, school: school, for: path)
          try own.read { db in
            var book = WholeWorkbook(own.info)
            book.due = due
            try book.write(db, to: path)
          }
        } else if let encrypted {
          try Extract.write(
            file, school: school.code, to: path, for: encrypted, signer: signer?.naming(name))
        } else {
          try Extract.write(file, school: school.code, to: path, signer: signer?.naming(name))
        }
      }
      written.append((school.code, school.name, path))
    }
    progress.clear()
    try Output.print(IssuedListing(written), as: output.format)
    if let signer { Output.say(SigningOptions.said(signer)) }
    receivers.tell(asked)
    let next = workbook ? "分别发给各校；填好发回后：yice merge \(self.file.typed) 收到/*" : "分别发给各校即可。"
    Output.say(dryRun ? "（试运行，没有写入）" : "已写好 \(schools.count) 个文件，\(next)")
  }
}
