internal import GRDB
internal import YiceIndicators
internal import YiceStore

extension Form {
  /// 数据真实性核查清单, one sheet a school: what would make a figure larger than it is, who filled the register in, and room
  /// for whoever answers for it to sign. Decision 0197.
  static let honesty = Form(
    name: "数据真实性清单", title: "数据真实性核查清单",
    words: ["数据真实性", "真实性", "数据真实性核查清单"],
    pages: { source in
      let found = try WorkedYear.with(source.db, source.question) { worked in
        try HonestyRule.all.map { rule in
          Dictionary(grouping: try worked.rows(against: rule.rule), by: { $0["org_code"] as String })
        }
      }
      return try source.pageBySchool { school in
        let rows = try zip(HonestyRule.all, found).enumerated().map { index, pair -> [Listing.Cell] in
          let (rule, found) = pair
          let people = try people(rule.register, source, school.code)
          let words = (found[school.code] ?? []).map { Check.fill(rule.rule.text, from: $0) }
          return [
            .number(index + 1), .text(TableCatalog.table(rule.register)?.label), .text(rule.indicator),
            .text(rule.title),
            .text(people == nil ? "登记册没有填" : words.isEmpty ? "没有发现" : words.joined(separator: "\n")),
            .text(people), .empty, .empty,
          ]
        }
        var page = FormPage(title: "数据真实性核查清单", name: school.name, columns: columns, rows: rows)
        page.right = source.yearText
        page.landscape = true
        page.notes = ["列出会使指标偏高的情形，由填报人说明、责任人逐项核实后签字；“填报人”取自修改历史。"]
        page.signatures = ["填报人：", "责任人：", "校长：", "单位（盖章）："]
        return page
      }
    })

  private static let columns = [
    FormColumn("number", "序号", 5, centered: true), FormColumn("register", "登记册", 9, merges: true),
    FormColumn("indicator", "影响的指标", 9, centered: true), FormColumn("title", "核查事项", 20),
    FormColumn("found", "按数据发现", 44), FormColumn("people", "填报人", 12, centered: true),
    FormColumn("answer", "核实结果", 20), FormColumn("signed", "责任人签字", 12),
  ]

  /// Who wrote the register's rows of the year, the latest first; nil where there are none.
  private static func people(_ register: String, _ source: FormSource, _ school: String) throws -> String? {
    let rows = try source.rows(
      """
      SELECT coalesce(v.author, '') AS author FROM (SELECT DISTINCT rev FROM \(register)
        WHERE org_code = ? AND school_year = ?) AS r LEFT JOIN revision AS v ON v.id = r.rev
      GROUP BY 1 ORDER BY max(v.at) DESC LIMIT 4
      """, [school, source.year])
    return rows.isEmpty
      ? nil : rows.map { $0["author"] as String }.filter { !$0.isEmpty }.joined(separator: "、")
  }
}
