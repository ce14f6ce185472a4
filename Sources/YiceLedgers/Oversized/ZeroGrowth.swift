package import GRDB
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// 零增量: no class above the limit today that was not on the ledger at the baseline, by level, for each school and the
/// county.
package struct ZeroGrowth: Sendable {
  package let baseline: Int
  package let year: Int
  package let schools: [School]

  package struct School: Sendable {
    package let orgCode: String
    package let name: String
    /// Entries of the baseline and classes of today, by level from the lowest up; a level counts those above it too.
    package let levels: [Level]
    /// No class roll today: 未知.
    package let isUnknown: Bool
    /// 不纳入: told, and no part of the county's verdict.
    package let isLeftOut: Bool
    /// Classes above the limit today that the baseline does not have.
    package let new: [OversizedClass]
    package var holds: Bool? { isUnknown ? nil : new.isEmpty }
  }

  package struct Level: Sendable, Equatable {
    package let name: String
    package let baseline: Int
    package let today: Int
    /// Of today's, those that stood on the baseline list at a lower level or not at all.
    package let new: Int
  }

  /// Of the schools 独立 and 并入; nil when any is unknown and none has grown.
  package var holds: Bool? {
    let counted = schools.filter { !$0.isLeftOut }
    if counted.contains(where: { $0.holds == false }) { return false }
    return counted.contains { $0.isUnknown } ? nil : true
  }
}

extension ZeroGrowth {
  /// - Parameter baseline: 学年 of the baseline; nil: the earliest on the ledger.
  /// - Returns: nil when nothing was ever filed and no baseline named.
  package static func check(_ db: Database, year: Int, baseline: Int?, rules: SizeRules) throws -> ZeroGrowth?
  {
    guard
      let baseline = try baseline ?? Int.fetchOne(db, sql: "SELECT min(school_year) FROM oversized_class")
    else { return nil }
    let above = try OversizedClass.above(db, year: year, rules: rules)
    let today = Dictionary(grouping: above) { $0.label.orgCode }
    let filed = Dictionary(
      grouping: try Row.fetchAll(
        db,
        sql:
          "SELECT org_code, stage, entry_year, class_no, filed_count FROM oversized_class WHERE school_year = ?",
        arguments: [baseline])
    ) { $0["org_code"] as String }
    let counted = try String.fetchSet(
      db, sql: "SELECT DISTINCT org_code FROM class_roll WHERE school_year = ?", arguments: [year])
    let schools = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, coalesce(short_name, name) AS name, coalesce(inclusion = '不纳入', 0) AS left_out FROM org
        WHERE kind IN (\(rules.schoolLimit.keys.map { _ in "?" }.joined(separator: ", "))) ORDER BY org_code
        """, arguments: StatementArguments(rules.schoolLimit.keys.sorted()))
    return ZeroGrowth(
      baseline: baseline, year: year,
      schools: schools.map { row in
        let org: String = row["org_code"]
        return school(
          org, row["name"], today: today[org] ?? [], filed: filed[org] ?? [], counted: counted.contains(org),
          leftOut: row["left_out"], rules)
      })
  }

  private static func school(
    _ org: String, _ name: String, today: [OversizedClass], filed: [Row], counted: Bool, leftOut: Bool,
    _ rules: SizeRules
  ) -> School {
    var heads: [ClassLabel: Int] = [:]
    for row in filed {
      guard let stage = Stage(word: row["stage"]) else { continue }
      heads[ClassLabel(orgCode: org, stage: stage, entryYear: row["entry_year"], number: row["class_no"])] =
        row["filed_count"]
    }
    func reaches(_ heads: Int, _ label: ClassLabel, _ step: Int) -> Bool {
      let ladder = rules.ladder(label.stage)
      return step < ladder.count && heads >= ladder[step].from
    }
    let names = [SizeRules.lowestLevel] + rules.levels.reversed().map(\.name)
    let levels = names.enumerated().map { step, name in
      let now = today.filter { reaches($0.heads, $0.label, step) }
      return Level(
        name: name, baseline: heads.count { reaches($0.value, $0.key, step) }, today: now.count,
        new: now.count { now in heads[now.label].map { !reaches($0, now.label, step) } ?? true })
    }
    return School(
      orgCode: org, name: name, levels: levels, isUnknown: !counted, isLeftOut: leftOut,
      new: today.filter { heads[$0.label] == nil })
  }
}
