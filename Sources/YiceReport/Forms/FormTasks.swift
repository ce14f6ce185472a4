internal import GRDB
internal import YiceLedgers
internal import YiceStore

extension Form {
  /// 年度任务清单 / 任务分解表: the bureau's tasks as written, 序号 and 时间 kept as the notice has them.
  static let tasks = Form(
    name: "任务清单", title: "年度任务清单",
    words: ["任务", "任务分解表", "年度任务清单"],
    pages: { source in
      let tasks = try source.rows(
        """
        SELECT *, coalesce(period_text, due_on) AS due, CASE done WHEN 1 THEN '是' WHEN 0 THEN '否' END AS is_done
        FROM task
        """)
      let attached = try AttachedNames(source, .task)
      let years = Set(tasks.compactMap { $0["year"] as Int? }).sorted()
      var page = FormPage(
        title: (years.count == 1 ? "\(years[0])" : "") + "年度任务清单", name: "任务清单", columns: columns,
        rows: TaskOrder.sorted(tasks).map { task in
          func cell(_ column: String) -> Listing.Cell { Listing.Cell(task[column]) }
          return [cell("year"), .numeral(task["seq"])]
            + [
              "stage_name", "task", "indicator", "goal", "lead_unit", "units", "assisting_units", "leader",
              "due", "progress", "outcome", "is_done",
            ].map(cell) + [attached.cell(task["note"], task)]
        })
      page.landscape = true
      page = page.without(emptyAmong: ["assisting_units", "outcome"])
      return [source.ofBureau(page)]
    })

  private static let columns = [
    FormColumn("year", "年度", 6, merges: true), FormColumn("seq", "序号", 6, centered: true),
    FormColumn("stage_name", "阶段", 12, merges: true), FormColumn("task", "任务", 34),
    FormColumn("indicator", "对应指标", 9), FormColumn("goal", "目标值", 12),
    FormColumn("lead_unit", "牵头单位", 11), FormColumn("units", "责任单位", 14),
    FormColumn("assisting_units", "配合单位", 14),
    FormColumn("leader", "责任领导", 9, centered: true), FormColumn("due", "时限", 14, centered: true),
    FormColumn("progress", "进度", 14), FormColumn("outcome", "落实情况", 18),
    FormColumn("done", "完成", 6, centered: true),
    FormColumn("note", "备注", 10),
  ]
}
