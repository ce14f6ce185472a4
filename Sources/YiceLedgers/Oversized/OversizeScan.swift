package import GRDB
internal import YiceModel
package import YiceStandards
package import YiceStore

/// Opens entries of 大班额台账 and 大校额台账 from the class rolls of one school year. A class or school that is on its
/// ledger already stays as it is, struck off or not: later counts are recounts, and bring it back (反弹) where they must.
package struct OversizeScan {
  package let year: Int
  package let filedOn: String
  package let rules: SizeRules

  package init(year: Int, filedOn: String, rules: SizeRules) {
    self.year = year
    self.filedOn = filedOn
    self.rules = rules
  }

  /// The day that stock figures of a 学年 are of, and that entries are filed on unless a day is named.
  package static func usualDay(of year: Int) -> String { "\(year)-09-01" }

  package struct Outcome: Sendable {
    package internal(set) var classes: [OversizedClass] = []
    /// Code and pupils of schools above the size limit.
    package internal(set) var schools: [(orgCode: String, pupils: Int, limit: Int)] = []
    /// Oversized today and on the ledger already.
    package internal(set) var known = 0
  }

  package func run(_ writer: RevisionWriter) throws -> Outcome {
    var outcome = Outcome()
    for found in try OversizedClass.above(writer.db, year: year, rules: rules) {
      let label = found.label
      let key = RowKey([
        label.orgCode.databaseValue, label.stage.rawValue.databaseValue, label.entryYear.databaseValue,
        label.number.databaseValue,
      ])
      guard try !writer.exists(.oversizedClass, key) else {
        outcome.known += 1
        continue
      }
      try writer.add(
        .oversizedClass,
        [
          "org_code": label.orgCode, "stage": label.stage.rawValue, "entry_year": label.entryYear,
          "class_no": label.number, "filed_count": found.heads, "filed_on": filedOn, "school_year": year,
          "term": "上学期", "limit_count": rules.classLimit[label.stage], "level": found.level, "state": "在册",
        ])
      outcome.classes.append(found)
    }
    try scanSchools(writer, &outcome)
    return outcome
  }

  private func scanSchools(_ writer: RevisionWriter, _ outcome: inout Outcome) throws {
    let filed = try String.fetchSet(writer.db, sql: "SELECT org_code FROM oversized_school")
    for school in try SchoolRoll.all(writer.db, year: year) {
      guard let limit = rules.schoolLimit(of: school.kind), school.pupils > limit else { continue }
      guard !filed.contains(school.orgCode) else {
        outcome.known += 1
        continue
      }
      try writer.add(
        .oversizedSchool,
        [
          "org_code": school.orgCode, "filed_on": filedOn, "filed_count": school.pupils, "limit_count": limit,
          "state": "在册",
        ])
      outcome.schools.append((school.orgCode, school.pupils, limit))
    }
  }
}

/// A class above its limit in the class rolls of a year.
package struct OversizedClass: Sendable, Equatable {
  package let label: ClassLabel
  package let heads: Int
  package let level: String

  /// By school, 学段, entry and number.
  package static func above(_ db: Database, year: Int, rules: SizeRules) throws -> [OversizedClass] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, stage, entry_year, class_no, head_count FROM class_roll
        WHERE school_year = ? AND stage IN ('小学', '初中') ORDER BY org_code, stage, entry_year, class_no
        """, arguments: [year]
    ).compactMap { row in
      guard let stage = Stage(word: row["stage"]) else { return nil }
      let heads: Int = row["head_count"]
      guard let level = rules.level(of: heads, in: stage) else { return nil }
      return OversizedClass(
        label: ClassLabel(
          orgCode: row["org_code"], stage: stage, entryYear: row["entry_year"], number: row["class_no"]),
        heads: heads, level: level)
    }
  }
}
