internal import GRDB

extension Form {
  /// 领导小组和部门职责, in the order of the notice (编号).
  static let leadingGroup = Form(
    name: "领导小组", title: "领导小组成员和部门职责",
    words: ["领导小组职责", "部门职责"],
    pages: { source in
      let rows = try source.rows(
        """
        SELECT row_number() OVER (ORDER BY org_code, id) AS number, unit, person, position, role, duty, note
        FROM person_unit ORDER BY org_code, id
        """)
      var page = FormPage(
        title: "领导小组成员和部门职责", name: "领导小组", columns: columns,
        rows: rows.map { $0.map { Listing.Cell($0.1) } })
      page.landscape = false
      return [source.ofBureau(page)]
    })

  private static let columns = [
    FormColumn("number", "序号", 6, centered: true), FormColumn("unit", "单位", 16),
    FormColumn("person", "姓名", 10, centered: true), FormColumn("position", "职务", 14),
    FormColumn("role", "组内职务", 10, centered: true), FormColumn("duty", "职责", 34),
    FormColumn("note", "备注", 10),
  ]
}
