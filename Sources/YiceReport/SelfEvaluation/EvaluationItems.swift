internal import GRDB
internal import YiceIndicators
internal import YiceStore

/// What people concluded: 政府保障程度, 教育质量, 社会认可度, 一票否决. An item without a conclusion is 未填.
struct EvaluationItems {
  private let conclusions: [String: (met: Bool?, words: String?)]
  private let surveys: [Row]
  private let findings: [[String]]
  private let isSchool: Bool

  private static let guaranteeItems = [
    "学校规划布局合理", "城乡义务教育四统一", "音乐、美术专用教室", "学校规模", "班额", "不足100名学生的村小学和教学点按100人核定公用经费",
    "特殊教育学校生均公用经费", "教师平均工资收入水平", "教师5年360学时培训", "统筹分配编制和岗位", "交流轮岗", "专任教师持证上岗",
    "就近划片入学", "优质高中招生名额分配", "留守儿童关爱和随迁子女就读",
  ]
  private static let qualityItems = [
    "初中三年巩固率", "残疾儿童少年入学率", "学校章程和管理信息化", "教师培训经费", "信息化教学和设施设备利用", "德育和校园文化",
    "课程开齐开足和综合实践", "无过重课业负担", "国家义务教育质量监测",
  ]

  init(_ context: PageContext) throws {
    let org = context.school ?? context.info.orgCode
    let arguments: StatementArguments = [org, context.figures.year]
    isSchool = context.school != nil
    var conclusions: [String: (met: Bool?, words: String?)] = [:]
    let rows = try Row.fetchAll(
      context.db, sql: "SELECT * FROM conclusion WHERE org_code = ? AND school_year = ?", arguments: arguments
    )
    for row in rows {
      conclusions[row["item"]] = (row["met"], context.text(.conclusion, "conclusion", row))
    }
    self.conclusions = conclusions
    surveys = try Row.fetchAll(
      context.db,
      sql: "SELECT * FROM survey WHERE org_code = ? AND school_year = ? ORDER BY method, respondent",
      arguments: arguments)
    findings = try Row.fetchAll(
      context.db, sql: "SELECT * FROM veto_finding WHERE org_code = ? AND school_year = ? ORDER BY item",
      arguments: arguments
    ).map { row in
      [
        row["item"], (row["found"] as Int) == 1 ? "存在" : "不存在",
        context.text(.vetoFinding, "finding", row) ?? "",
      ]
    }
  }

  func guarantee() -> [DocumentBlock] {
    items("三、政府保障程度", "表 政府保障程度 15 项", "G", Self.guaranteeItems, "请对政府保障程度作出评价")
  }

  func quality() -> [DocumentBlock] {
    items("四、教育质量", "表 教育质量 9 项", "Q", Self.qualityItems, "请对教育质量作出评价")
  }

  private func items(
    _ heading: String, _ caption: String, _ letter: String, _ names: [String], _ words: String
  ) -> [DocumentBlock] {
    let rows = names.enumerated().map { place, name -> [String] in
      let entry = conclusions["\(letter)\(place + 1)"]
      let met = entry?.met.map { $0 ? "达标" : "未达标" } ?? "未填"
      return ["\(letter)\(place + 1)", name, entry?.words ?? "", met]
    }
    return [
      .heading(level: 1, heading),
      .table(caption: caption, heads: ["编号", "指标", "指标值或简要结论", "是否达标"], rows: rows), .source("结论（由人填写）"),
      .toWrite(words),
    ]
  }

  func satisfaction() -> [DocumentBlock] {
    let rows = surveys.map { row -> [String] in
      let base: Int = row["valid"] ?? row["total"]
      let satisfied: Int = row["satisfied"]
      let share = base > 0 ? FigureText.rounded(Double(satisfied) / Double(base) * 100, places: 1) + "%" : "—"
      return [
        row["method"], row["respondent"], "\(row["total"] as Int)", "\(base)", "\(satisfied)", share,
      ]
    }
    return [.heading(level: 1, "五、社会认可度")]
      + (rows.isEmpty
        ? [.paragraph("还没有满意度调查数据。")]
        : [
          .table(caption: "表 满意度调查", heads: ["方式", "对象", "总数", "有效", "满意", "满意率"], rows: rows),
          .source("满意度调查；满意率＝满意÷有效"),
        ]) + [.toWrite("请对社会认可度作出评价")]
  }

  func vetoes() -> [DocumentBlock] {
    [.heading(level: 1, "六、一票否决事项")]
      + (findings.isEmpty
        ? [.toWrite("请逐项说明有无不予认定的情形")]
        : [.table(caption: "表 一票否决事项", heads: ["事项", "是否存在", "说明"], rows: findings), .source("一票否决")])
  }
}
