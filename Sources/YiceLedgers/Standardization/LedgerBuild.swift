package import GRDB
package import YiceIndicators
package import YiceModel
package import YiceStandards
package import YiceStore

/// Fills 学校标准化建设台账 (一校一册) from the catalogue and the registers.
///
/// 应配 and 现状 are worked out anew each time; what a clerk typed (goals, measures, money, people, dates, and 现状 marked
/// 手工) stays. The state follows only where the figures decide it. Decision 0032.
package struct LedgerBuild {
  package let year: Int
  package let catalogue: Catalogue

  package init(year: Int, catalogue: Catalogue) {
    self.year = year
    self.catalogue = catalogue
  }

  /// One line of a volume as worked out.
  package struct Line: Sendable {
    package let orgCode: String
    package let stage: Stage?
    package let item: CatalogueItem
    package let seq: Int
    package let required: Double?
    package let actual: Double?
    package let actualSource: String?
    package let condition: String?
  }

  /// What moved in a line when the volume was built again.
  package struct Moved: Sendable, Equatable {
    package let orgCode: String
    package let stage: String
    package let item: String
    package let column: String
    package let old: String
    package let new: String
  }

  package struct Outcome: Sendable {
    package internal(set) var schools = 0
    package internal(set) var added = 0
    package internal(set) var same = 0
    package internal(set) var moved: [Moved] = []
    /// Lines that the catalogue no longer asks for; they stay until a clerk removes them.
    package internal(set) var notAsked: [String] = []
  }

  /// The lines of every school (or one). Run inside `YiceFile.readWithTemporaryTables`.
  package func lines(_ db: Database, figures: CountyFigures, orgCode: String?) throws -> [Line] {
    let present = PresentNumber(db: db, year: year, figures: figures, catalogue: catalogue)
    let orgs = try Row.fetchAll(
      db, sql: "SELECT org_code, kind, boarding FROM org WHERE ?1 IS NULL OR org_code = ?1 ORDER BY org_code",
      arguments: [orgCode])
    return try orgs.flatMap { org in
      try lines(of: SchoolInputs(db, org: org, year: year), present)
    }
  }

  private func lines(of school: SchoolInputs, _ present: PresentNumber) throws -> [Line] {
    guard let kind = school.catalogueKind else { return [] }
    var lines: [Line] = []
    for item in catalogue.items(of: school.orgCode) {
      for stage in places(of: item, school, kind: kind) {
        var told = true
        if let condition = item.condition {
          guard let holds = school.holds(condition) else {
            lines.append(
              try line(item, school, stage, present, seq: lines.count + 1, asked: false, condition.label))
            continue
          }
          told = holds
        }
        guard told else { continue }
        lines.append(try line(item, school, stage, present, seq: lines.count + 1, asked: true, nil))
      }
    }
    return lines
  }

  /// Where a line stands: a 学段, or the whole school (nil); nowhere when it is not asked of this kind.
  private func places(of item: CatalogueItem, _ school: SchoolInputs, kind: String) -> [Stage?] {
    if kind == "teaching_point" {
      guard item.appliesTo.contains(kind) else { return [] }
      return item.bySegment ? school.stages.filter { $0 == .primary } : [nil]
    }
    guard item.bySegment else { return item.appliesTo.contains(kind) ? [nil] : [] }
    return school.stages.filter { item.appliesTo.contains($0.english) }
  }

  private func line(
    _ item: CatalogueItem, _ school: SchoolInputs, _ stage: Stage?, _ present: PresentNumber, seq: Int,
    asked: Bool,
    _ condition: String?
  ) throws -> Line {
    let counts = stage.flatMap { school.byStage[$0] } ?? school.whole
    let actual = try present.of(item, school, stage: stage)
    return Line(
      orgCode: school.orgCode, stage: stage, item: item, seq: seq,
      required: asked ? item.required(counts) : nil,
      actual: actual?.value, actualSource: actual?.source, condition: condition)
  }
}

// MARK: - Writing

extension LedgerBuild {
  /// Writes the lines into the ledger.
  /// - Throws: `RecordError`, `MoveError`.
  package func write(_ lines: [Line], _ writer: RevisionWriter) throws -> Outcome {
    var outcome = Outcome()
    outcome.schools = Set(lines.map(\.orgCode)).count
    var asked: Set<String> = []
    for line in lines {
      let stage = line.stage?.rawValue ?? ""
      let key = RowKey([line.orgCode.databaseValue, stage.databaseValue, line.item.id.databaseValue])
      asked.insert(key.text)
      let row = try Row.fetchOne(
        writer.db, sql: "SELECT * FROM standardization_item WHERE org_code = ? AND stage = ? AND item_id = ?",
        arguments: StatementArguments(key.values))
      var values = values(of: line)
      guard let row else {
        values.set("org_code", line.orgCode)
        values.set("stage", stage)
        values.set("item_id", line.item.id)
        values.set("note", line.condition.map { "\($0)才要求" })
        values.set("state", state(of: nil, line.required, line.actual))
        try writer.add(.standardizationItem, values)
        outcome.added += 1
        continue
      }
      let source: String? = row["actual_source"]
      let typed: Double? = row["actual"]
      let isTyped = source == "手工" || (source == nil && typed != nil)
      if isTyped {
        values.set("actual", typed)
        values.set("actual_source", "手工")
      }
      let actual = isTyped ? typed : line.actual
      values.set("state", state(of: row["state"], line.required, actual))
      note(row, values, line, &outcome)
      if try writer.set(.standardizationItem, key, values) == .same { outcome.same += 1 }
    }
    outcome.notAsked = try notAsked(writer, lines, asked)
    return outcome
  }

  private func values(of line: Line) -> RowValues {
    [
      "seq": line.seq, "category": line.item.category, "item": line.item.label, "unit": line.item.unit,
      "required": line.required, "actual": line.actual, "actual_source": line.actualSource,
      "indicator": line.item.indicator, "basis": line.item.basis,
      "verified": line.item.verified && line.item.unverified == nil,
    ]
  }

  /// The figures decide 未启动 and 已达标; what a person says about the work stays.
  private func state(of state: String?, _ required: Double?, _ actual: Double?) -> String? {
    guard let required, let actual else { return state == "已达标" ? "未启动" : state }
    let isReached = actual >= required
    switch state {
    case nil, "未启动": return isReached ? "已达标" : "未启动"
    case "已达标": return isReached ? state : "未启动"
    default: return state
    }
  }

  private func note(_ row: Row, _ values: RowValues, _ line: Line, _ outcome: inout Outcome) {
    for column in ["required", "actual", "state", "unit", "item"] {
      let old: DatabaseValue = row[column]
      guard old != values[column] else { continue }
      outcome.moved.append(
        Moved(
          orgCode: line.orgCode, stage: line.stage?.rawValue ?? "", item: line.item.label,
          column: CatalogTable.standardizationItem.column(column)?.label ?? column, old: text(old),
          new: text(values[column])))
    }
  }

  private func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .int64(let number): String(number)
    case .double(let number): number == number.rounded() ? String(Int64(number)) : String(number)
    case .string(let text): text
    default: "（未填）"
    }
  }

  private func notAsked(_ writer: RevisionWriter, _ lines: [Line], _ asked: Set<String>) throws -> [String] {
    let orgs = Set(lines.map(\.orgCode))
    let known = Set(catalogue.items.map(\.id) + (try Catalogue.shipped().items.map(\.id)))
    return try Row.fetchAll(
      writer.db, sql: "SELECT org_code, stage, item_id, item FROM standardization_item ORDER BY org_code, seq"
    ).compactMap { row in
      let key = RowKey([row["org_code"], row["stage"], row["item_id"]])
      guard orgs.contains(row["org_code"]), known.contains(row["item_id"]), !asked.contains(key.text) else {
        return nil
      }
      return "\(key.text) \(row["item"] as String)"
    }
  }
}
