internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// 政府保障程度, 教育质量, 社会认可度, 一票否决 and whatever else the standard judges, as `assess` works them out: figures
/// from registers and statements, conclusions as people entered them. An item without data is 未填.
struct EvaluationItems {
  private let context: PageContext
  private let items: [ItemFigure]
  private let surveys: [Row]

  /// Most schools and classes named under a table.
  private static let named = 40
  private static let prerequisites = "前提条件"

  /// - Throws: `DatabaseError`.
  init(_ context: PageContext) throws {
    self.context = context
    let org = context.school ?? context.info.orgCode
    let figures = try context.worked.items(of: org)
    items =
      context.school.map { school in figures.items.map { EvaluationItems.only($0, of: school) } }
      ?? figures.items
    surveys = try Row.fetchAll(
      context.db,
      sql: "SELECT * FROM survey WHERE org_code = ? AND school_year = ? ORDER BY method, respondent",
      arguments: [org, context.figures.year])
  }

  /// What an item says of one school: its own rooms, classes and funds.
  private static func only(_ item: ItemFigure, of school: String) -> ItemFigure {
    var own = item
    own.schools = item.schools.filter { $0.orgCode == school }
    own.classes = item.classes.filter { $0.orgCode == school }
    guard item.rule.measure?.isBySchool == true else { return own }
    let verdicts = own.schools.map(\.met)
    own.met =
      verdicts.contains(false)
      ? false : verdicts.isEmpty || verdicts.contains { $0 == nil } ? nil : true
    own.relaxed =
      own.schools.contains { $0.relaxed != nil }
      ? own.schools.allSatisfy { ($0.relaxed ?? $0.met) == true } : nil
    own.missing = own.schools.contains { $0.met == nil } || own.schools.isEmpty ? ["登记册或填报值"] : []
    return own
  }

  // MARK: - Sections

  /// Headings of the sections, in the standard's order.
  private var groups: [String] {
    var seen: Set<String> = [Self.prerequisites]
    return items.map(\.rule.group).filter { seen.insert($0).inserted }
  }

  var sectionCount: Int { groups.count }

  /// What must hold before a county applies; nothing where the standard asks nothing.
  func beforehand() -> [DocumentBlock] {
    let own = items.filter { $0.rule.group == Self.prerequisites }
    return own.isEmpty ? [] : [table(own, caption: "申报的前提条件"), source]
  }

  /// - Parameter number: of a section, as 三.
  func sections(numbered number: (Int) -> String) -> [DocumentBlock] {
    groups.enumerated().flatMap { place, group -> [DocumentBlock] in
      let own = items.filter { $0.rule.group == group }
      let title = group == "一票否决" ? group + "事项" : group
      return [
        .heading(level: 1, "\(number(place))、\(title)"), table(own, caption: "\(title) \(own.count) 项"),
        source,
      ]
        + failing(own) + (own.contains { $0.rule.measure == .survey } ? satisfaction : []) + blank(own)
        + [.toWrite("请对\(title)作出评价")]
    }
  }

  private var source: DocumentBlock {
    .source("登记册、填报值（由程序核算）；结论（由人填写）；标准 \(context.profile)；截至 \(context.today)")
  }

  private func table(_ items: [ItemFigure], caption: String) -> DocumentBlock {
    .table(
      caption: caption, heads: ["编号", "指标", "指标值或简要结论", "算式、填写人和佐证", "是否达标"],
      rows: items.map { item in
        [item.id, item.rule.label, written(figure(item)), written(basis(item)), verdict(item)]
      })
  }

  private func figure(_ item: ItemFigure) -> String {
    guard context.school != nil else { return ItemReport(item).summary }
    if item.rule.measure?.isBySchool == true {
      let parts = item.schools.map { school -> String in
        return [school.part, ItemReport.counts(school)].filter { !$0.isEmpty }.joined(separator: " ")
      }
      return parts.isEmpty ? "未填" : parts.joined(separator: "；")
    }
    // In a county's file a ratio is over all its schools.
    let isCounty = !context.info.role.isOneSchool && !item.rule.ratios.isEmpty
    return (isCounty ? "全县：" : "") + ItemReport(item).summary
  }

  private func basis(_ item: ItemFigure) -> String {
    item.details.map(\.basis).filter { !$0.isEmpty }.joined(separator: "；")
  }

  private func verdict(_ item: ItemFigure) -> String {
    let strict = FigureText.verdict(item.met, unknown: "未填")
    guard let relaxed = item.relaxed, relaxed != item.met else { return strict }
    return "\(strict)（放宽认定后\(FigureText.verdict(relaxed))）"
  }

  /// The schools and classes that fail, by name.
  private func failing(_ items: [ItemFigure]) -> [DocumentBlock] {
    let rows = items.flatMap { item -> [[String]] in
      // Where the classes themselves are named, the school need not be.
      let schools = (item.classes.isEmpty ? item.failing : []).map { school -> [String] in
        let words = [school.part, ItemReport.counts(school)].filter { !$0.isEmpty }.joined(separator: " ")
        return [item.id, context.name(school.orgCode), words]
      }
      let classes = item.classes.map { one -> [String] in
        let grade = one.grade.map { "\($0) 年级 " } ?? ""
        return [
          item.id, context.name(one.orgCode),
          "\(one.stage) \(grade)\(one.classNumber) 班（\(one.entryYear) 年入学）\(one.headCount) 人，上限 \(one.limit) 人",
        ]
      }
      return schools + classes
    }
    guard !rows.isEmpty else { return [] }
    let rest = rows.count > Self.named ? "（共 \(rows.count) 条，列出前 \(Self.named) 条）" : ""
    return [
      .table(caption: "未达标的学校和班级\(rest)", heads: ["编号", "学校", "情况"], rows: Array(rows.prefix(Self.named)))
    ]
  }

  /// What is 未填, for people to fill in.
  private func blank(_ items: [ItemFigure]) -> [DocumentBlock] {
    let open = items.filter { $0.met == nil }
    guard !open.isEmpty else { return [] }
    return [
      .toWrite(
        "还有 \(open.count) 项未填（\(open.map(\.id).joined(separator: "，"))），请在文件里补填后再做一次报告；缺什么见 yice assess")
    ]
  }

  private var satisfaction: [DocumentBlock] {
    guard !surveys.isEmpty else { return [.paragraph("还没有满意度调查数据。")] }
    let rows = surveys.map { row -> [String] in
      let base: Int = row["valid"] ?? row["total"]
      let satisfied: Int = row["satisfied"]
      let share = base > 0 ? FigureText.rounded(Double(satisfied) / Double(base) * 100, places: 1) + "%" : "—"
      return [
        row["method"], row["respondent"], "\(row["total"] as Int)", "\(base)", "\(satisfied)", share,
      ]
    }
    return [
      .table(caption: "满意度调查", heads: ["方式", "对象", "总数", "有效", "满意", "满意率"], rows: rows),
      .source("满意度调查；满意率＝满意÷有效"),
    ]
  }

  private func written(_ text: String) -> String { context.written(text) ?? "" }
}
