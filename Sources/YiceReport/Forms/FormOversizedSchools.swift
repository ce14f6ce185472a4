internal import GRDB
internal import YiceStandards
internal import YiceStore

extension Form {
  /// 大校额台账: schools above the size limit, all on one sheet.
  static let oversizedSchools = Form(
    name: "大校额台账", title: "大校额消除台账",
    words: ["大校额", "大校额消除台账"],
    pages: { source in
      let codes = Set(source.schools.map(\.code))
      let rows = try source.rows(
        """
        SELECT s.org_code, o.name, filed_count, filed_on, limit_count, cause, measure, new_places, leader,
          unit_in_charge, person, due_on, recounted_on, recount, state, struck_basis, verifier, s.note
        FROM oversized_school AS s LEFT JOIN org AS o ON o.org_code = s.org_code ORDER BY filed_on, s.org_code
        """
      ).filter { codes.contains($0["org_code"]) }
      let attached = try AttachedNames(source, .oversizedSchool)
      var page = FormPage(
        title: "大校额消除台账", name: "大校额台账", columns: columns,
        rows: rows.enumerated().map { index, row in
          [.number(index + 1)]
            + row.dropFirst().map { column, value in
              column == "struck_basis" ? attached.cell(row["struck_basis"], row) : Listing.Cell(value)
            }
        })
      page.landscape = true
      page.notes = ["规模上限（义务教育阶段学生）：\(source.question.profile.sizes.schoolWords)。"]
      return [source.ofBureau(page)]
    })

  private static let columns = [
    FormColumn("number", "编号", 5, centered: true), FormColumn("school", "学校", 16),
    FormColumn("filed_count", "建档人数", 7), FormColumn("filed_on", "建档日期", 11, centered: true),
    FormColumn("limit_count", "规模上限", 7), FormColumn("cause", "成因", 14),
    FormColumn("measure", "化解措施", 14), FormColumn("new_places", "新增学位", 6),
    FormColumn("leader", "责任领导", 8, centered: true), FormColumn("unit_in_charge", "责任单位", 10),
    FormColumn("person", "责任人", 8, centered: true), FormColumn("due_on", "计划销号时间", 11, centered: true),
    FormColumn("recounted_on", "日期", 11, group: "最近核查", centered: true),
    FormColumn("recount", "人数", 7, group: "最近核查"), FormColumn("state", "状态", 7, centered: true),
    FormColumn("struck_basis", "销号依据", 12), FormColumn("verifier", "核验人", 8, centered: true),
    FormColumn("note", "备注", 9),
  ]
}
