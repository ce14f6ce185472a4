internal import GRDB
internal import YiceLedgers

extension Form {
  /// 领导小组和部门职责: 组长 first, then by the notice's numbers (编号).
  static let leadingGroup = Form(
    name: "领导小组", title: "领导小组成员和部门职责",
    words: ["领导小组职责", "部门职责"],
    pages: { source in
      let rows = try source.rows(
        """
        SELECT org_code, id, unit, person, position, role, duty, note FROM person_unit
        """)
      var page = FormPage(
        title: "领导小组成员和部门职责", name: "领导小组", columns: columns,
        rows: GroupOrder.sorted(rows).enumerated().map { index, row in
          [.number(index + 1)]
            + ["unit", "person", "position", "role", "duty", "note"].map {
              Listing.Cell(row[$0] as DatabaseValue)
            }
        })
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
