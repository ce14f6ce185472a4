internal import ArgumentParser
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// Chooses among the variants of the catalogue.
struct LedgerVariantCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variant", abstract: "应配目录的地方变体：列出可选的，或选用某省的；选择记在文件里。",
    discussion: """
      例：yice ledger variant 县.db            # 有哪些变体，现用哪个
          yice ledger variant 县.db 湖北       # 有湖北变体的各项都用湖北的
          yice ledger variant 县.db --none    # 都改回目录原来的要求
      县里选了的，各校都照县里的；县里没有选的，学校可以在本校文件里选。选好后用 yice ledger build 重算。
      """, aliases: ["变体"])

  @Argument(help: ArgumentHelp("一册文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("哪里的变体，如 湖北；不写则列出。", valueName: "地方"))
  var place: String?

  @Option(help: ArgumentHelp("只选这一项（应配目录的编号）。", valueName: "编号"))
  var item: String?

  @Flag(help: "改回目录原来的要求。")
  var none = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if none, place != nil { throw ValidationError("--none 和地方只能写一个。") }
    if item != nil, place == nil, !none { throw ValidationError("请写明选用哪里的变体，或用 --none 改回。") }
  }

  func run() throws {
    let file = try YiceFile.open(file, for: place != nil || none ? .write : .read)
    let catalogue = try file.read {
      try Catalogue.load(from: $0, orgCode: file.info.bureau)
    }
    guard place != nil || none else {
      let school = file.info.role.isOneSchool ? file.info.orgCode : nil
      let options = CatalogueVariant.options(catalogue, school: school)
      try Output.print(LedgerListing.variants(options), as: output.format)
      return
    }
    let changed = try file.write("ledger variant", author: author.value) {
      try CatalogueVariant.choose(place, line: item, catalogue, $0)
    }
    Output.say(
      changed.isEmpty
        ? "没有变化。"
        : "\(place.map { "已选用\($0)的要求" } ?? "已改回目录原来的要求")：\(changed.joined(separator: "、"))。用 yice ledger build 重算台账。"
    )
  }
}
