package import GRDB
internal import YiceModel

/// Writing single rows with everything that keeps them honest: authority, required columns, before-images, siblings.
extension RevisionWriter {
  /// Adds a row.
  /// - Parameter values: column name → value; org, year and random id are filled in when missing.
  /// - Throws: `RecordError`.
  @discardableResult
  package func add(_ table: CatalogTable, _ values: RowValues) throws -> RowKey {
    var values = values
    values.fill("org_code", file.orgCode)
    if table.yearColumn != nil, let year = file.schoolYear { values.fill("school_year", year) }
    if table.hasRandomID { values.fill("id", RandomID.text()) }
    for column in table.columns where column.emptyAllowedInKey { values.fill(column.name, "") }
    if table.name == CatalogTable.statement.name {
      try values.settleUnit(ofElement: values.text("element"), in: table)
    }
    let key = RowKey(table.key.map { values[$0] })
    let missing = table.columns.filter { $0.required && values[$0.name].isNull }
    guard missing.isEmpty else {
      throw RecordError.missing(table: table.label, row: "", columns: missing.map(\.label))
    }
    try Authority.require(file.role, in: table) { values.text($0) }
    try requireOwnOrg(table, values["org_code"])
    guard try !exists(table, key) else {
      throw RecordError.alreadyThere(table: table.label, row: key.text)
    }
    let columns = table.columns.filter { values.gives($0.name) }
    let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
    try db.cachedStatement(
      sql: "INSERT INTO \(table.name) (\(columns.map(\.name).joined(separator: ", ")), rev) VALUES (\(marks))"
    ).execute(arguments: StatementArguments(columns.map { values[$0.name] } + [rev.databaseValue]))
    count(.new, table)
    try requireRules(table, key, before: nil)
    return key
  }

  /// Changes columns of one row.
  /// - Parameter keepingSiblings: leaves other versions of the row waiting; whoever made the change did not see them.
  /// - Throws: `RecordError`.
  @discardableResult
  package func set(
    _ table: CatalogTable, _ key: RowKey, _ values: RowValues, keepingSiblings: Bool = false
  ) throws -> WriteOutcome {
    if let fixed = table.key.first(where: { values.gives($0) }) {
      throw RecordError.keyColumn(table: table.label, column: table.column(fixed)?.label ?? fixed)
    }
    guard let row = try fetch(table, key) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    var values = values
    if table.name == CatalogTable.statement.name {
      try values.settleUnit(ofElement: row["element"], in: table)
    }
    values = emptied(table, row, values)
    let columns = table.columns.filter { values.gives($0.name) }
    try requireChangeable(table, row)
    let changed = columns.map(\.name).filter { (row[$0] as DatabaseValue) != values[$0] }
    if !Authority.allowsAnswer(file.role, in: table, changing: changed) {
      // Both the row as it is and the row as it will be must be the writer's to write.
      try Authority.require(file.role, in: table) { row[$0] }
      try Authority.require(file.role, in: table) { values.text($0) ?? row[$0] }
    }
    let missing = columns.filter { $0.required && values[$0.name].isNull }
    guard missing.isEmpty else {
      throw RecordError.missing(table: table.label, row: " \(key.text) ", columns: missing.map(\.label))
    }
    let decides = try !keepingSiblings && hasSiblings(table, key)
    if !decides, changed.isEmpty {
      count(.same, table)
      return .same
    }
    try keepBefore(table, key, kind: "update", withSiblings: !keepingSiblings)
    try db.cachedStatement(
      sql: """
        UPDATE \(table.name) SET \(columns.map { "\($0.name) = ?, " }.joined()) rev = ?
        WHERE \(table.keyMatch())
        """
    ).execute(
      arguments: StatementArguments(
        columns.map { values[$0.name] } + [rev.databaseValue] + key.values))
    try requireRules(table, key, before: row)
    count(.changed, table)
    return .changed
  }

  /// Removes one row (and its siblings) into the history.
  /// - Throws: `RecordError`.
  package func remove(_ table: CatalogTable, _ key: RowKey) throws {
    guard let row = try fetch(table, key) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    try requireChangeable(table, row)
    try Authority.require(file.role, in: table) { row[$0] }
    try requireRemovable(table, key, row)
    try keepBefore(table, key, kind: "delete")
    try db.cachedStatement(
      sql: "DELETE FROM \(table.name) WHERE \(table.keyMatch())"
    ).execute(arguments: StatementArguments(key.values))
    count(.removed, table)
  }
}

// MARK: - Steps

extension RevisionWriter {
  package func fetch(_ table: CatalogTable, _ key: RowKey) throws -> Row? {
    try key.fetch(db, table)
  }

  package func exists(_ table: CatalogTable, _ key: RowKey) throws -> Bool { try fetch(table, key) != nil }

  func hasSiblings(_ table: CatalogTable, _ key: RowKey) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM sibling WHERE table_name = ? AND row_key = ?)",
      arguments: [table.name, key.json]) ?? false
  }

  /// Keeps the row and its siblings in the history, and drops the siblings.
  func keepBefore(_ table: CatalogTable, _ key: RowKey, kind: String, withSiblings: Bool = true) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT ?, '\(table.name)', \(table.keyJSON()), rev, org_code, ?, \(table.rowJSON())
        FROM \(table.name) WHERE \(table.keyMatch()) AND rev <> ?
        """
    ).execute(
      arguments: StatementArguments(
        [rev.databaseValue, kind.databaseValue] + key.values + [rev.databaseValue]))
    guard withSiblings else { return }
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
        SELECT ?, table_name, row_key, rev, org_code, ?, content FROM sibling
        WHERE table_name = ? AND row_key = ?
        """
    ).execute(arguments: [rev, kind, table.name, key.json])
    try db.cachedStatement(
      sql: "DELETE FROM sibling WHERE table_name = ? AND row_key = ?"
    ).execute(arguments: [table.name, key.json])
  }

  /// The values with what the new state empties.
  private func emptied(_ table: CatalogTable, _ row: Row, _ values: RowValues) -> RowValues {
    guard let machine = TableRules.of(table)?.machine, values.gives(StateMachine.column),
      let state = machine.state(values.text(StateMachine.column) ?? ""),
      state.name != (row[StateMachine.column] ?? "")
    else { return values }
    var copy = values
    for column in state.clears where !values.gives(column) { copy.set(column, DatabaseValue.null) }
    return copy
  }

  private func requireChangeable(_ table: CatalogTable, _ row: Row) throws {
    guard table.appendOnly else { return }
    throw RecordError.appendOnly(table: table.label)
  }

  /// A file of one school holds that school's rows only.
  private func requireOwnOrg(_ table: CatalogTable, _ org: DatabaseValue?) throws {
    guard file.role.isOneSchool, let org = org.flatMap({ String.fromDatabaseValue($0) }), org != file.orgCode
    else { return }
    throw RecordError.foreignOrg(table: table.label, org: org, file: file.orgCode)
  }
}
