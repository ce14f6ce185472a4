internal import GRDB
internal import YiceStore

extension Form {
  /// 平安校园建设检查表: the last check of each item in the 学年, with date and evidence.
  static let safety = Form(
    name: "平安校园", title: "平安校园建设检查表",
    words: ["四个100%", "五查", "安全"],
    pages: { source in
      try source.pageBySchool { school in
        let attached = try AttachedNames(source, .safetyCheck)
        let rows = try source.rows(
          """
          SELECT *, CASE met WHEN 1 THEN '是' ELSE '否' END AS is_met FROM safety_check
          WHERE org_code = ? AND school_year = ? ORDER BY item, checked_on
          """, [school.code, source.year]
        ).map { row in
          ["item", "checked_on", "is_met", "result", "risk", "quantity"].map {
            Listing.Cell(row[$0] as DatabaseValue)
          }
            + [attached.cell(row["evidence"], row)]
            + ["checked_by", "note"].map { Listing.Cell(row[$0] as DatabaseValue) }
        }
        var page = FormPage(
          title: "平安校园建设检查表", name: school.name,
          columns: [
            FormColumn("item", "检查项", 26, merges: true), FormColumn("checked_on", "检查日期", 12, centered: true),
            FormColumn("met", "是否达到", 9, centered: true), FormColumn("result", "落实情况", 9, centered: true),
            FormColumn("risk", "风险等级", 9, centered: true), FormColumn("quantity", "数量", 8),
            FormColumn("evidence", "佐证材料", 18), FormColumn("checked_by", "检查人", 9, centered: true),
            FormColumn("note", "备注", 12),
          ], rows: rows)
        page.right = source.yearText
        page.landscape = false
        return page.without(emptyAmong: ["result", "risk"])
      }
    })
}
