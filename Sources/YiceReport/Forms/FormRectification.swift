internal import GRDB
internal import YiceLedgers
internal import YiceStandards
internal import YiceStore

extension Form {
  /// 整改明细台账: one line a problem, with its dated progress and last verdict; 逾期 is told from the date.
  static let rectification = Form(
    name: "整改台账", title: "整改明细台账",
    words: ["整改", "整改清单", "整改明细台账", "问题清单"],
    pages: { source in
      let today = source.question.day
      return try source.pageBySchool { school in
        let problems = try source.rows(
          """
          SELECT r.*, \(Overdue.rectification) AS overdue FROM rectification AS r
          WHERE r.org_code = :org ORDER BY r.found_on, r.id
          """, ["today": today, "org": school.code])
        let progress = Dictionary(
          grouping: try source.rows(
            """
            SELECT rectification_id, reported_on, progress FROM rectification_progress
            WHERE org_code = ? ORDER BY reported_on, id
            """, [school.code]), by: { $0["rectification_id"] as String })
        let attached = try AttachedNames(source, .rectification)
        let verdicts = try VerdictOrder.last(source.db, on: .rectification, org: school.code)
        let rows = problems.enumerated().map { index, problem in
          let id: String = problem["id"]
          return line(
            problem, index + 1, school.name, progress[id] ?? [],
            RowKey([school.code.databaseValue, id.databaseValue]).subjects.lazy.compactMap { verdicts[$0] }
              .first, attached)
        }
        var page = FormPage(title: "整改明细台账", name: school.name, columns: columns, rows: rows)
        page.right = "打印日期：\(today)"
        page.landscape = true
        page.notes = ["到打印日期已过整改时限还没有提交的，和过了时限才提交、还没有核验的，状态后注明“逾期”。"]
        return page.without(emptyAmong: optional)
      }
    })

  /// What audit ledgers have and many 整改 sheets do not.
  private static let optional: Set = [
    "kind", "requirement", "basis", "standard", "assisting_units", "phone", "situation", "unfinished",
  ]

  private static let columns = [
    FormColumn("number", "序号", 5, centered: true), FormColumn("source", "问题来源", 8, centered: true),
    FormColumn("found_on", "检查日期", 10.5, centered: true), FormColumn("indicator", "对应指标", 6),
    FormColumn("school", "学校", 10), FormColumn("problem", "问题描述", 20),
    FormColumn("kind", "整改类型", 8, centered: true),
    FormColumn("requirement", "整改要求", 14), FormColumn("basis", "整改依据", 14), FormColumn("goal", "整改目标", 12),
    FormColumn("standard", "完成标准", 14), FormColumn("measure", "整改措施", 16),
    FormColumn("leaders", "责任领导", 8, centered: true),
    FormColumn("units", "责任单位", 10), FormColumn("assisting_units", "配合单位", 10),
    FormColumn("person", "责任人", 8, centered: true), FormColumn("phone", "联系电话", 12),
    FormColumn("due_on", "整改时限", 10.5, centered: true), FormColumn("situation", "整改情况", 16),
    FormColumn("progress", "进展", 20), FormColumn("unfinished", "未整改到位原因及下一步", 16),
    FormColumn("done_on", "完成日期", 10.5, centered: true), FormColumn("evidence", "佐证材料", 8),
    FormColumn("verifier", "核验单位/人", 9), FormColumn("verdict", "核验结果", 7, centered: true),
    FormColumn("struck_on", "销号日期", 10.5, centered: true), FormColumn("state", "状态", 8, centered: true),
    FormColumn("note", "备注", 6),
  ]

  private static func line(
    _ problem: Row, _ number: Int, _ school: String, _ progress: [Row], _ verdict: Row?,
    _ attached: AttachedNames
  ) -> [Listing.Cell] {
    func cell(_ column: String) -> Listing.Cell { Listing.Cell(problem[column]) }
    let state: String = problem["state"]
    let isLate = problem["overdue"] as Bool? == true
    let steps = progress.map { "\($0["reported_on"] as String) \($0["progress"] as String)" }
    let verifier = [verdict?["verifier_unit"] as String?, verdict?["verifier"] as String?].compactMap { $0 }
    return [.number(number), cell("source"), cell("found_on"), cell("indicator"), .text(school)]
      + [
        "problem", "kind", "requirement", "basis", "goal", "standard", "measure", "leaders", "units",
        "assisting_units",
        "person", "phone",
      ].map(cell)
      + [
        .text(problem["period_text"] as String? ?? problem["due_on"]), cell("situation"),
        .text(steps.joined(separator: "\n")), cell("unfinished"), cell("done_on"),
        attached.cell(problem["evidence"], problem),
        .text(verifier.joined(separator: " ")), .text(verdict?["result"] as String?), cell("struck_on"),
        .text(state + (isLate ? "\n（逾期）" : "")), cell("note"),
      ]
  }
}
