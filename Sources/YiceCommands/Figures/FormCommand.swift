internal import ArgumentParser
internal import YiceFormats
internal import YiceIndicators
internal import YiceReport
internal import YiceStandards

/// Prints a form of the national application, or writes it as CSV.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "填好的申报表：表Ⅱ-2、表Ⅲ。",
    discussion: "例：yice form 县.db Ⅱ-2 --year 2022 -o 表Ⅱ-2.csv", aliases: ["报表"])

  @Argument(help: ArgumentHelp("县级文件（.db）。", valueName: "文件"))
  var file: String

  @Argument(help: ArgumentHelp("哪一张表：\(Form.all.map(\.name).joined(separator: "、"))。", valueName: "表"))
  var form: String

  @OptionGroup var year: YearOption

  @Option(help: ArgumentHelp("换用另一套标准试算，不改文件。", valueName: "标准"))
  var standard: String?

  @Option(name: [.short, .long], help: ArgumentHelp("写到文件（CSV）；不写则显示。", valueName: "文件"))
  var output: String?

  @Option(help: ArgumentHelp("CSV 的编码：utf-8（带 BOM）或 gb18030。", valueName: "编码"))
  var encoding: String = "utf-8"

  @OptionGroup var format: FormatOptions

  func run() throws {
    guard let form = Form.named(form) else {
      throw ValidationError("没有叫“\(self.form)”的表，可用：\(Form.all.map(\.name).joined(separator: "、"))。")
    }
    var question = FigureArguments()
    question.file = file
    question.year = year
    question.standard = standard
    let figures = try question.figures()
    let listing = form.listing(figures)
    guard let path = output else {
      guard format.format == .text else {
        try Output.print(listing, as: format.format)
        return
      }
      // On a screen the indicators stand by their numbers, with their names below.
      let indicators = figures.profile.indicators
      let ids = Dictionary(uniqueKeysWithValues: indicators.map { ($0.id, $0.id) })
      try Output.print(listing.relabeled(ids), as: .text, maximumCellWidth: 36)
      let legend = indicators.map { "\($0.id) \($0.label)（\($0.unit)）" }
      let lines = legend + form.footnotes(figures) + [CountyReport(figures).basis]
      Output.print(lines.map { $0 + "\n" }.joined())
      return
    }
    try FormFile.write(form, figures, to: path, encoding: try parsedEncoding())
    Output.say("\(form.name) 已写入 \(path)（\(listing.rows.count) 行）。")
  }

  private func parsedEncoding() throws -> CSVWriter.Encoding {
    switch TextEncoding(userWord: encoding) {
    case .utf8?: .utf8WithMark
    case .gb18030?: .gb18030
    default: throw ValidationError("编码“\(encoding)”不能用，可用 utf-8 或 gb18030。")
    }
  }
}
