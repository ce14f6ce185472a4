internal import GRDB
internal import YiceModel
internal import YiceStore

extension Form {
  /// 政策(制度)清单, numbers as the bureau wrote them.
  static let policies = Form(
    name: "政策清单", title: "政策（制度）清单",
    words: ["政策", "制度清单", "政策制度清单"],
    pages: { source in
      let policies = try source.rows(
        """
        SELECT org_code, id, seq, title, type, document_no, issuer, issued_on, lead_office, state, note FROM policy
        ORDER BY issued_on, id
        """)
      let attached = try AttachedNames(source, .policy)
      let ordered = policies.enumerated().sorted {
        (NaturalOrder($0.element["seq"] ?? ""), $0.offset) < (
          NaturalOrder($1.element["seq"] ?? ""), $1.offset
        )
      }
      let rows = ordered.map { _, policy in
        func cell(_ column: String) -> Listing.Cell { Listing.Cell(policy[column]) }
        return [.numeral(policy["seq"])]
          + ["title", "type", "document_no", "issuer", "issued_on", "lead_office", "state"].map(cell)
          + [attached.cell(nil, policy), cell("note")]
      }
      var page = FormPage(title: "政策（制度）清单", name: "政策清单", columns: columns, rows: rows)
      page.landscape = true
      page = page.without(emptyAmong: ["issuer"])
      return [source.ofBureau(page)]
    })

  private static let columns = [
    FormColumn("seq", "序号", 6, centered: true), FormColumn("title", "名称", 44),
    FormColumn("type", "类型", 10, centered: true), FormColumn("document_no", "文号", 22),
    FormColumn("issuer", "发文单位", 16),
    FormColumn("issued_on", "发布日期", 12, centered: true), FormColumn("lead_office", "牵头室", 14),
    FormColumn("state", "状态", 9, centered: true), FormColumn("files", "附件", 18),
    FormColumn("note", "备注", 12),
  ]
}
