internal import GRDB
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Makes explanations from the working tables of a `WorkedYear`.
struct Explainer {
  private let db: Database
  private let figures: CountyFigures

  init(_ db: Database, _ figures: CountyFigures) {
    self.db = db
    self.figures = figures
  }

  /// - Returns: nil when there is no such segment or indicator.
  func segment(_ orgCode: String, _ stage: Stage, _ id: String) throws -> Explanation? {
    guard let segment = figures.stage(stage)?.segments.first(where: { $0.orgCode == orgCode }),
      let value = segment.value(id), let rule = figures.profile.indicator(id)
    else { return nil }
    let members = [orgCode] + segment.includes
    return Explanation(
      rule: rule, indicator: Indicator.named(id),
      reading: ElementReading.words(rule, stage: stage, figures.profile.registers), segment: segment,
      value: value,
      pupils: try amount("学生数", 1, members, stage),
      terms: try rule.terms.map { try amount($0.element, $0.sign, members, stage) },
      split: rule.split ? try splitSteps(orgCode, stage, id) : [])
  }

  private func amount(_ name: String, _ sign: Int, _ members: [String], _ stage: Stage) throws
    -> ExplainedAmount
  {
    guard let element = Element.named(name) else {
      return ExplainedAmount(element: name, unit: "", sign: sign, amount: nil, sources: [])
    }
    let sources = try members.compactMap { try source(element, $0, stage) }
    return ExplainedAmount(
      element: name, unit: element.unit, sign: sign,
      amount: sources.isEmpty ? nil : sources.reduce(0) { $0 + $1.amount }, sources: sources)
  }

  private func source(_ element: Element, _ org: String, _ stage: Stage) throws -> ExplainedSource? {
    if let reading = ElementReading.of(element), try tells(org, element, stage) {
      let sql = reading.query(
        orgCode: org, year: figures.year, stage: stage, rule: figures.profile.registers)
      return try source(.register, sql, reading.register, org)
    }
    let stated = try source(.statement, statementSQL(element, org, stage), "statement", org)
    return stated.rows.isEmpty ? nil : stated
  }

  private func tells(_ org: String, _ element: Element, _ stage: Stage) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM told WHERE org_code = ? AND element = ? AND stage = ?)",
      arguments: [org, element.name, element.byStage ? stage.rawValue : ""]) ?? false
  }

  private func statementSQL(_ element: Element, _ org: String, _ stage: Stage) throws -> String {
    let only = try String.fetchOne(
      db, sql: "SELECT only_stage FROM school WHERE org_code = ?", arguments: [org])
    // A statement without 学段 is the whole school's, or the only 学段's.
    let takesUnnamed = !element.byStage || only == stage.rawValue
    let stages = ["'\(stage.rawValue)'"] + (takesUnnamed ? ["''"] : [])
    return """
      SELECT element, stage, campus, value, source, stated_on, value AS amount, rev
      FROM statement
      WHERE school_year = \(figures.year)
        AND org_code = \(ReadingCondition.quoted(org))
        AND element = \(ReadingCondition.quoted(element.name))
        AND stage IN (\(stages.joined(separator: ", ")))
      ORDER BY stage, campus
      """
  }

  private func source(_ kind: AmountSource, _ sql: String, _ table: String, _ org: String) throws
    -> ExplainedSource
  {
    let rows = try Row.fetchAll(db, sql: sql)
    let catalog = TableCatalog.table(table)
    let columns = rows.first.map { Array($0.columnNames) }?.filter { $0 != "amount" && $0 != "rev" } ?? []
    // Added up in ten-thousandths, as the figures are.
    let total = rows.reduce(Int64(0)) { sum, row in
      sum + Int64((((row["amount"] as Double?) ?? 0) * 10_000).rounded())
    }
    return ExplainedSource(
      orgCode: org, school: try name(org), kind: kind, table: catalog?.label ?? table,
      amount: Double(total) / 10_000, sql: sql, writers: try writers(rows),
      headings: columns.map { catalog?.column($0)?.label ?? $0 },
      rows: rows.map { row in columns.map { RowText.of(row[$0]) } })
  }

  private func name(_ org: String) throws -> String {
    try String.fetchOne(db, sql: "SELECT name FROM org WHERE org_code = ?", arguments: [org]) ?? org
  }

  private func writers(_ rows: [Row]) throws -> [RowWriter] {
    var counts: [Int64: Int] = [:]
    for row in rows { counts[row["rev"], default: 0] += 1 }
    return try counts.map { rev, count in
      let row = try Row.fetchOne(
        db, sql: "SELECT author, at, action FROM revision WHERE id = ?", arguments: [rev])
      return RowWriter(
        author: row?["author"] ?? "未记录", at: row?["at"] ?? "", revision: rev,
        action: row?["action"] ?? "", rows: count)
    }.sorted { ($1.at, $1.revision) < ($0.at, $0.revision) }
  }
}

// MARK: - Splitting

extension Explainer {
  private func splitSteps(_ org: String, _ stage: Stage, _ id: String) throws -> [SplitStep] {
    let amounts = try Row.fetchAll(
      db,
      sql: """
        SELECT campus, sum(amount_e4) AS amount_e4 FROM numerator
        WHERE org_code = ? AND indicator = ? AND stage = '' GROUP BY campus ORDER BY campus
        """, arguments: [org, id])
    return try amounts.compactMap { row in
      let amount = Double(row["amount_e4"] as Int64) / 10_000
      let campus: String? = row["campus"]
      var shares = try campus.map { try self.shares(org, campus: $0) } ?? []
      if shares.isEmpty { shares = try self.shares(org, campus: nil) }
      let total = shares.reduce(0) { $0 + Double($1.pupils) * $1.weight }
      let own = shares.filter { $0.stage == stage }.reduce(0) { $0 + Double($1.pupils) * $1.weight }
      return SplitStep(
        campus: campus.map { String($0.drop { $0 != "/" }.dropFirst()) }, amount: amount, shares: shares,
        result: total > 0 ? amount * own / total : 0)
    }
  }

  private func shares(_ org: String, campus: String?) throws -> [SplitStep.Share] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.stage, sum(p.pupils) AS pupils,
          (SELECT sum(w.weighted) FROM weighted AS w
           WHERE w.org_code = s.into_code AND w.stage = p.stage AND (? IS NULL OR w.campus = ?)) AS weighted
        FROM scope AS s JOIN school_pupils AS p ON p.org_code = s.org_code
        WHERE s.into_code = ? AND p.pupils > 0 AND (? IS NULL OR p.campus = ?)
        GROUP BY p.stage
        """, arguments: [campus, campus, org, campus, campus])
    return rows.compactMap { row in
      guard let stage = Stage(word: row["stage"]) else { return nil }
      let pupils: Int = row["pupils"]
      let weighted: Int64 = row["weighted"]
      return SplitStep.Share(
        stage: stage, pupils: pupils, weight: Double(weighted) / Double(pupils) / 10_000)
    }.sorted { $0.stage < $1.stage }
  }
}
