internal import ArgumentParser
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Creates a file.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建学校文件或县级文件。",
    discussion: """
      例：yice new 一小.db --org 2133000001 --name 第一小学 --kind 小学 --county 330100 --year 2022
          yice new 县.db --role county --org 330100 --name 示例县教育局 --year 2022
      """, aliases: ["新建"])

  @Argument(help: ArgumentHelp("要新建的文件。", valueName: "文件"))
  var file: String

  @Option(help: ArgumentHelp("文件的角色：school 学校、inspection 督查、county 县级、city 市级、province 省级。", valueName: "角色"))
  var role: String = "school"

  @Option(help: ArgumentHelp("学校标识码（10 位）或行政区划代码（6 位）。", valueName: "代码"))
  var org: String

  @Option(help: ArgumentHelp("学校或教育局名称。", valueName: "名称"))
  var name: String

  @Option(help: ArgumentHelp("学校类别，如 小学、初级中学、九年一贯制学校。", valueName: "类别"))
  var kind: String?

  @Option(help: ArgumentHelp("学校所在县的行政区划代码（6 位）。", valueName: "代码"))
  var county: String?

  @OptionGroup var year: YearOption
  @OptionGroup var author: AuthorOptions

  func run() throws {
    guard let role = Role(word: role) else {
      throw ValidationError(
        "没有叫“\(role)”的角色，可用：\(Role.allCases.map { "\($0.rawValue)（\($0.label)）" }.joined(separator: "、"))。")
    }
    guard role.isOneSchool ? OrgCode.isSchool(org) : OrgCode.isCounty(org) else {
      throw ValidationError("代码“\(org)”不对：\(role.label)文件要用 \(role.isOneSchool ? "10 位学校标识码" : "6 位行政区划代码")。")
    }
    if let county, !OrgCode.isCounty(county) { throw ValidationError("--county“\(county)”不对，应为 6 位行政区划代码。") }
    let orgKind = kind ?? (role == .county ? "教育行政部门" : nil)
    let values = try RowValues(
      ["org_code=\(org)", "name=\(name)"] + (orgKind.map { ["kind=\($0)"] } ?? [])
        + (county.map { ["county_code=\($0)"] } ?? []), in: .org)
    let info = FileInfo(
      role: role, orgCode: org, orgName: name, countyCode: county ?? (role == .county ? org : nil),
      schoolYear: try year.value())
    _ = try YiceFile.create(file, info: info, author: author.value, note: "新建\(role.label)文件：\(name)") {
      writer in
      try writer.save(info)
      if orgKind != nil, role != .inspection { _ = try writer.add(.org, values) }
      if !role.isOneSchool { try ProfileCatalog.installDefault(writer) }
    }
    Output.say("已新建\(role.label)文件 \(self.file)：\(name)（\(org)）。下一步：\(nextStep(role))")
  }

  private func nextStep(_ role: Role) -> String {
    role.isOneSchool
      ? "yice import \(file.typed) 班级 班级.csv（yice tables \(file.typed) 看有哪些表）"
      : "yice merge \(file.typed) \(role == .county ? "学校" : role == .city ? "各县" : "各市")文件.db …"
  }
}
