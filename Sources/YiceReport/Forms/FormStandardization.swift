internal import GRDB
internal import YiceFormats
internal import YiceLedgers
internal import YiceStore

extension Form {
  /// 学校标准化建设台账 (一校一册): what should be there, what is, the gap, yearly goals, measures, money (万元), who, when.
  static let standardization = Form(
    name: "标准化建设台账", title: "学校标准化建设台账",
    words: ["标准化", "一校一册", "学校标准化建设台账"],
    pages: { source in
      try source.pageBySchool { school in
        let volume = try Volume(source.db, school: school.code)
        let years = volume.years
        let attached = try AttachedNames(source, .standardizationItem)
        let rows = volume.lines.enumerated().map { index, item in
          row(item, number: index + 1, goals: years.map { volume.goal(item, $0) }, attached)
        }
        var page = FormPage(
          title: "学校标准化建设台账（一校一册）", name: school.name, columns: columns(years), rows: rows)
        page.right = "截至 \(source.yearText)"
        page.landscape = true
        page.notes = [
          "\(try LineCount(source.db, orgCode: school.code).words)。年度目标写作 目标（完成）；缺口 = 应配 − 实有，不足为 0；“现状”带 * 的取自登记册，其余为手工填写。"
        ]
        return page
      }
    })

  private static func columns(_ years: [Int]) -> [FormColumn] {
    [
      FormColumn("number", "序号", 5, centered: true), FormColumn("category", "类别", 9, merges: true),
      FormColumn("item", "项目", 18), FormColumn("unit", "单位", 5, centered: true),
      FormColumn("required", "标准(应配)", 9, centered: true),
      FormColumn("actual", "现状(实有)", 9, centered: true), FormColumn("gap", "缺口", 9, centered: true),
    ] + years.map { FormColumn("goal_\($0)", "\($0)年", 10, group: "年度目标", centered: true) } + [
      FormColumn("measure", "措施/项目", 18), FormColumn("money", "金额(万元)", 9, group: "资金"),
      FormColumn("money_source", "来源", 9, group: "资金"), FormColumn("leader", "责任领导", 8, centered: true),
      FormColumn("unit_in_charge", "责任单位", 10), FormColumn("person", "责任人", 8, centered: true),
      FormColumn("due_on", "计划完成", 11, centered: true), FormColumn("done_on", "实际完成", 11, centered: true),
      FormColumn("state", "状态", 8, centered: true), FormColumn("indicator", "依据指标", 8),
      FormColumn("note", "备注", 10),
    ]
  }

  private static func row(_ item: Row, number: Int, goals: [Row?], _ attached: AttachedNames) -> [Listing
    .Cell]
  {
    func cell(_ column: String) -> Listing.Cell { Listing.Cell(item[column]) }
    let stage: String = item["stage"]
    let name: String = item["item"]
    let actual: Double? = item["actual"]
    let fromRegister = (item["actual_source"] as String?) == "登记册"
    let money: Double? = item["money"]
    let present: [Listing.Cell] = [
      .number(number), cell("category"), .text(stage.isEmpty ? name : "\(name)（\(stage)）"), cell("unit"),
      cell("required"),
      fromRegister ? .text(actual.map { CellValue.decimal($0).description + "*" }) : cell("actual"),
      cell("gap"),
    ]
    let planned = goals.map { row -> Listing.Cell in
      guard let row, let goal = row["goal"] as Double? else { return .empty }
      let done = (row["done"] as Double?).map { "（\(CellValue.decimal($0).description)）" } ?? ""
      return .text(CellValue.decimal(goal).description + done)
    }
    let means: [Listing.Cell] = [cell("measure"), money.map { .value(.decimal($0 / 10_000)) } ?? .empty]
    let rest = [
      "money_source", "leader", "unit_in_charge", "person", "due_on", "done_on", "state", "indicator",
    ].map(cell)
    return present + planned + means + rest + [attached.cell(item["note"], item)]
  }
}
