internal import GRDB
internal import YiceModel
internal import YiceStandards
internal import YiceStore

extension Form {
  /// 实验教学台账, with 开出率 = 实开 ÷ 应开 by subject, grade and kind below the table (1 decimal).
  static let experiments = Form(
    name: "实验教学台账", title: "实验教学台账",
    words: ["实验", "实验教学"],
    pages: { source in
      let stages = source.question.profile.stages
      return try source.pageBySchool { school in
        let rows = try source.rows(
          """
          SELECT * FROM experiment WHERE org_code = ? AND (school_year = ? OR school_year IS NULL)
          ORDER BY term, subject, grade, planned_week IS NULL, planned_week, name, class_name
          """, [school.code, source.year])
        let attached = try AttachedNames(source, .experiment)
        var page = FormPage(
          title: "实验教学台账", name: school.name, columns: columns,
          rows: rows.map { row in
            columns.map { column in
              switch column.name {
              case "grade": .text((row["grade"] as Int?).flatMap(stages.name))
              case "required": .text((row["required"] as Bool?).map { $0 ? "必做" : "选做" })
              case "note": attached.cell(row["note"], row)
              default: Listing.Cell(row[column.name] as DatabaseValue)
              }
            }
          })
        page.right = source.yearText
        page.landscape = true
        page.notes = rates(rows, stages)
        return page.without(emptyAmong: ["chapter", "pupils", "laboratory"])
      }
    })

  private static let columns = [
    FormColumn("term", "学期", 8, merges: true), FormColumn("subject", "学科", 8, merges: true),
    FormColumn("grade", "年级", 9, centered: true), FormColumn("chapter", "章节", 12),
    FormColumn("name", "实验名称", 28),
    FormColumn("category", "类别", 7, centered: true), FormColumn("required", "必做/选做", 8, centered: true),
    FormColumn("planned_week", "计划周次", 7), FormColumn("done_on", "实做日期", 12, centered: true),
    FormColumn("class_name", "班级", 10, centered: true),
    FormColumn("pupils", "学生人数", 7), FormColumn("laboratory", "实验室", 10),
    FormColumn("teacher", "教师", 9, centered: true),
    FormColumn("reason", "未开原因", 18), FormColumn("note", "备注", 12),
  ]

  /// An experiment counts as due when it is 必做; one without the mark counts too.
  private static func rates(_ rows: [Row], _ stages: StageSystem) -> [String] {
    var due: [String: (done: Int, all: Int)] = [:]
    var order: [String] = []
    for row in rows where (row["required"] as Bool?) != false {
      let group = [
        row["subject"] as String, stages.name(ofGrade: row["grade"]) ?? "", row["category"] as String,
      ]
      .joined(separator: " ")
      if due[group] == nil { order.append(group) }
      due[group, default: (0, 0)].all += 1
      if row["done_on"] as String? != nil { due[group, default: (0, 0)].done += 1 }
    }
    let parts = order.compactMap { group in
      due[group].map { "\(group) 应开 \($0.all) 实开 \($0.done)，\(rate($0.done, $0.all))%" }
    }
    return parts.isEmpty ? [] : ["开出率（应为 100%）：" + parts.joined(separator: "；") + "。"]
  }

  private static func rate(_ done: Int, _ all: Int) -> String {
    FigureText.rounded(100 * Double(done) / Double(all), places: 1)
  }
}
