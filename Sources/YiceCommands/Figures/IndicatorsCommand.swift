internal import ArgumentParser
internal import YiceIndicators
internal import YiceModel
internal import YiceReport
internal import YiceStandards
internal import YiceStore

/// The resource indicators of a county or a school.
struct IndicatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicators", abstract: "七项资源配置指标、平均值、差异系数和结论。",
    discussion: """
      例：yice indicators 县.db --year 2022 --json
          yice indicators 县.db --groups            # 各学校共同体、集团、学区，一个一行
          yice indicators 县.db --group 第一学区     # 一个学区，逐校列出
          yice indicators 市.db                     # 市级、省级文件：各县的差异系数和结论
          yice indicators 市.db --county 330102     # 其中一个县，与县级文件算出的相同
      """, aliases: ["指标"])

  @OptionGroup var question: FigureArguments
  @OptionGroup var output: FormatOptions

  @OptionGroup var today: TodayOption

  @Flag(help: "只要全县：平均值、差异系数和达标校数，不列学校；用于很大的文件。")
  var summary = false

  @Flag(help: "按学校共同体、集团、学区分别计算：平均值、校际差异系数、达标校数。")
  var groups = false

  @Option(help: ArgumentHelp("只要这一个共同体（集团、学区），逐校列出。", valueName: "名称"))
  var group: String?

  func validate() throws {
    if question.county != nil, groups || group != nil {
      throw ValidationError("--county 和 --groups、--group 只能写一种。")
    }
    if summary, groups || group != nil { throw ValidationError("--summary 和 --groups、--group 只能写一种。") }
  }

  func run() throws {
    if groups || group != nil { return try printGroups() }
    if question.county == nil, let report = try question.byCounty() {
      return try Output.print(report, as: output.format)
    }
    let figures = try question.figures(summary: summary, on: today.value())
    let report = CountyReport(figures)
    if output.format == .text { Output.print(figures.findings.filter { $0.severity != .note }) }
    try Output.print(report, as: output.format)
  }
}

extension IndicatorsCommand {
  private func printGroups() throws {
    let (figures, all) = try question.withGroups(on: today.value())
    let wanted = all.filter { group == nil || $0.name == group }
    guard !wanted.isEmpty else {
      throw ValidationError(
        all.isEmpty
          ? "文件里没有学校共同体。请先导入：yice import \(question.file.typed) 学校共同体 表格。"
          : "没有叫“\(group ?? "")”的共同体，可用：\(all.map(\.name).joined(separator: "、"))。")
    }
    try Output.print(GroupReport(wanted, figures, inFull: group != nil), as: output.format)
  }
}

/// The file, the year and the standard of a question about figures.
struct FigureArguments: ParsableArguments {
  @Argument(help: ArgumentHelp("县级文件或学校文件（.db）。", valueName: "文件"))
  var file: String

  @OptionGroup var basis: BasisOptions

  @Option(help: ArgumentHelp("市级、省级文件里的一个县。", valueName: "代码"))
  var county: String?

  /// - Parameter day: that relaxations are judged on; a summary is strict.
  func figures(summary: Bool, on day: String) throws -> CountyFigures {
    try asked(YiceFile.open(file), day: day).with(strictly: summary, summary: summary) { worked, _ in
      worked.figures
    }
  }

  /// The question, about the county asked for in a city's or a province's file.
  func asked(_ file: YiceFile, day: String = Moment.today()) throws -> Question.Asked {
    let counties = try file.read { try CountiesOfFile($0) }
    if let county { try require(county, in: counties, of: file.info) }
    return try basis.asked(file, county: counties == nil ? nil : county, day: day)
  }

  private func require(_ county: String, in counties: CountiesOfFile?, of info: FileInfo) throws {
    guard let counties else {
      guard county == info.bureau else {
        throw ValidationError("这个文件里没有县“\(county)”的学校：它是 \(info.orgName) 的文件，不用写 --county。")
      }
      return
    }
    guard !counties.counties.contains(where: { $0.code == county }) else { return }
    let known = counties.counties.map { "\($0.code) \($0.name)" }.joined(separator: "、")
    throw ValidationError("文件里没有县“\(county)”的学校，可用：\(known)。")
  }

  /// The counties of a city's or a province's file side by side; nil for any other file.
  func byCounty() throws -> CountiesReport? {
    let file = try YiceFile.open(file)
    return try file.readWithTemporaryTables { db in
      guard let all = try CountiesOfFile(db) else { return nil }
      return CountiesReport(
        try all.counties.map { county in
          let question = try basis.asked(file, county: county.code).question(db)
          let figures = try WorkedYear.with(
            db, question, strictly: true, county: county.code, summary: true
          ) { $0.figures }
          return (county, figures)
        }, unplaced: all.unplaced)
    }
  }

  /// The county's figures, and those of its groups.
  /// - Parameter day: that relaxations are judged on.
  func withGroups(on day: String) throws -> (CountyFigures, [GroupFigures]) {
    let file = try YiceFile.open(file)
    return try basis.asked(file, day: day).with { worked, _ in
      (worked.figures, try worked.groups(of: file.info.orgCode))
    }
  }
}
