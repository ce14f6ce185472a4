internal import GRDB
internal import YiceModel

extension Form {
  /// 学校共同体, 集团, 学区: one line a member, with its classes and pupils of the year.
  static let groups = Form(
    name: "学校共同体", title: "学校共同体（集团、学区）名册",
    words: ["共同体", "集团", "学区"],
    pages: { source in
      let rows = try source.rows(
        """
        SELECT g.group_name, g.kind, coalesce(o.name, g.member_code) AS member, o.kind AS member_kind,
          CASE WHEN g.leading = 1 THEN '牵头' END AS leading, p.classes, p.pupils, g.note
        FROM school_group AS g LEFT JOIN org AS o ON o.org_code = g.member_code
        LEFT JOIN (SELECT org_code, count(*) AS classes, sum(head_count) AS pupils FROM class_roll
          WHERE school_year = ? GROUP BY org_code) AS p ON p.org_code = g.member_code
        ORDER BY coalesce(g.leading, 0) DESC, g.member_code
        """, [source.year]
      ).enumerated().sorted {
        (NaturalOrder($0.element["group_name"]), $0.offset) < (
          NaturalOrder($1.element["group_name"]), $1.offset
        )
      }.map(\.element)
      var page = FormPage(
        title: "学校共同体（集团、学区）名册", name: "学校共同体", columns: columns,
        rows: rows.map { $0.map { Listing.Cell($0.1) } })
      page.landscape = false
      page.notes = ["班数、学生数取自 \(source.yearText) 班级册；没有班级册的学校空白。各共同体的指标用 yice indicators --groups 计算。"]
      return [source.ofBureau(page)]
    })

  private static let columns = [
    FormColumn("group_name", "名称", 20, merges: true), FormColumn("kind", "类型", 10, centered: true),
    FormColumn("member", "成员学校", 26), FormColumn("member_kind", "学校类别", 12, centered: true),
    FormColumn("leading", "牵头", 6, centered: true), FormColumn("classes", "班数", 6),
    FormColumn("pupils", "学生数", 8), FormColumn("note", "备注", 12),
  ]
}
