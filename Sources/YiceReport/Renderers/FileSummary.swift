package import GRDB
internal import YiceModel
package import YiceStore

/// What a file is and holds, as `info` prints it.
package enum FileSummary {
  package static func listing(_ db: Database, _ file: YiceFile) throws -> Listing {
    let info = file.info
    let revisions = try Int.fetchOne(db, sql: "SELECT count(*) FROM revision") ?? 0
    let latest = try HistoryQuery.entries(db, limit: 1).first
    let conflicts = try ConflictQuery.count(db)
    // The one put in use last counts, as `Profile.load` says.
    let profiles = try String.fetchAll(
      db,
      sql: """
        SELECT profile || ' ' || version FROM standard AS s WHERE active = 1 AND org_code = (
          SELECT org_code FROM standard WHERE active = 1 ORDER BY org_code = ? DESC, org_code LIMIT 1)
        ORDER BY (SELECT max(r.at) FROM revision AS r WHERE r.id = s.rev) DESC, profile
        """, arguments: [info.bureau])
    let profile = profiles.first.map { first in
      first
        + (profiles.count > 1
          ? "（还有 \(profiles.dropFirst().joined(separator: "、")) 也在使用中，见 yice standards）" : "")
    }
    var lines: [(String, String, Listing.Cell)] = [
      ("role", "角色", .text(info.role.label + "文件")),
      ("org_code", "代码", .text(info.orgCode)),
      ("org_name", "名称", .text(info.orgName)),
      ("county_code", "所在县", .text(info.countyCode)),
      ("school_year", "学年", .text(info.schoolYear.flatMap(SchoolYear.init(start:)).map(\.description))),
      ("standard", "标准", .text(profile ?? "national-2017（程序自带）")),
      ("format", "格式版本", .number(Schema.version)),
      ("created_at", "建立", .text(Moment.local(info.createdAt) + "，" + info.createdBy)),
      ("revisions", "修订次数", .number(revisions)),
      ("latest", "最近一次", .text(latest.map { "\(Moment.local($0.at)) \($0.author) \($0.note ?? $0.action)" })),
      ("conflicts", "待处理冲突", .number(conflicts)),
    ]
    for table in TableCatalog.tables {
      let rows = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table.name)") ?? 0
      if rows > 0 { lines.append((table.name, table.label, .text("\(rows) 行"))) }
    }
    return Listing(
      columns: [
        Listing.Column("key", "项目"), Listing.Column("value", "内容"),
      ], rows: lines.map { [.text($0.1), $0.2] })
  }
}
