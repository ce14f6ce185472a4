internal import GRDB
internal import YiceModel
package import YiceStandards

/// A group of schools (学校共同体, 集团, 学区) with the figures of its members, between schools as for a county.
/// Decision 0064.
package struct GroupFigures: Sendable {
  package let name: String
  /// 共同体, 集团, 学区, 名校双学区; nil where the file does not say.
  package let kind: String?
  /// Codes, the leading school first.
  package let members: [String]
  package let leading: String?
  /// 小学 and 初中 of the members; means and 差异系数 are over these alone.
  package let stages: [StageFigures]
  /// Members without a segment of their own, and members that are not in the file, in words.
  package let notes: [String]
  /// Items that are judged school by school, over the members.
  package let items: [Item]

  package struct Item: Sendable {
    package let rule: ItemRule
    package let met: Int
    package let failing: Int
    /// Of those failing, met under a relaxation in force.
    package let relaxed: Int
    /// 未填.
    package let unknown: Int
    package let classes: Int
  }

  package var schoolCount: Int { members.count }
}

extension GroupFigures {
  /// Every group of the file. Each is worked out in `segment_value` in turn, which holds the county's again afterwards.
  /// - Parameter items: of the county.
  /// - Throws: `DatabaseError`.
  static func all(_ db: Database, _ figures: CountyFigures, items: AssessmentFigures) throws -> [GroupFigures]
  {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT g.org_code, g.group_name, g.kind, g.member_code, g.leading, o.name FROM school_group AS g
        LEFT JOIN org AS o ON o.org_code = g.member_code
        ORDER BY g.org_code, g.group_name, coalesce(g.leading, 0) DESC, g.member_code
        """)
    var groups: [(key: [String], rows: [Row])] = []
    for row in rows {
      let key: [String] = [row["org_code"], row["group_name"]]
      if groups.last?.key == key {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append((key, [row]))
      }
    }
    try db.execute(sql: "CREATE TEMP TABLE every_segment_value AS SELECT * FROM segment_value")
    let found = Result { try groups.map { try group($0.rows, db, figures, items) } }
    try db.execute(
      sql: """
        DELETE FROM segment_value;
        INSERT INTO segment_value SELECT * FROM every_segment_value ORDER BY rowid;
        DROP TABLE every_segment_value;
        """)
    try IndicatorSQL.run(95...95, on: db)
    return try found.get()
  }

  private static func group(
    _ rows: [Row], _ db: Database, _ figures: CountyFigures, _ items: AssessmentFigures
  ) throws -> GroupFigures {
    let members = rows.map { $0["member_code"] as String }
    let codes = Set(members)
    try db.execute(sql: "DELETE FROM segment_value")
    for code in members {
      try db.execute(
        sql: "INSERT INTO segment_value SELECT * FROM every_segment_value WHERE org_code = ?",
        arguments: [code])
    }
    try IndicatorSQL.run(95...95, on: db)
    let stages = try figures.stages.map { stage in
      try StageFigures(db, figures.profile, stage.stage, stage.segments.filter { codes.contains($0.orgCode) })
    }
    return GroupFigures(
      name: rows[0]["group_name"], kind: rows.lazy.compactMap { $0["kind"] as String? }.first,
      members: members,
      leading: rows.first { $0["leading"] as Bool? == true }.map { $0["name"] ?? $0["member_code"] },
      stages: stages, notes: notes(rows, figures, codes),
      items: items.items.filter { $0.rule.measure?.isBySchool == true }.map { item($0, codes) })
  }

  private static func notes(_ rows: [Row], _ figures: CountyFigures, _ codes: Set<String>) -> [String] {
    var notes = rows.filter { ($0["name"] as String?) == nil }
      .map { "成员 \($0["member_code"] as String) 不在学校机构表里" }
    for left in figures.leftOut where codes.contains(left.orgCode) {
      let outside = left.into.map { !codes.contains($0) } ?? false
      notes.append("\(left.name)（\(left.orgCode)）不单独计入：\(left.text)" + (outside ? "，那所学校不是成员" : ""))
    }
    return notes
  }

  private static func item(_ figure: ItemFigure, _ codes: Set<String>) -> Item {
    let schools = Dictionary(grouping: figure.schools.filter { codes.contains($0.orgCode) }, by: \.orgCode)
    let verdicts = schools.values.map { ItemFigure.all($0.map(\.met)) }
    let relaxed = schools.values.count {
      ItemFigure.all($0.map(\.met)) == false && ItemFigure.all($0.map { $0.relaxed ?? $0.met }) == true
    }
    return Item(
      rule: figure.rule, met: verdicts.count { $0 == true }, failing: verdicts.count { $0 == false },
      relaxed: relaxed,
      unknown: verdicts.count { $0 == nil }, classes: figure.classes.count { codes.contains($0.orgCode) })
  }
}
