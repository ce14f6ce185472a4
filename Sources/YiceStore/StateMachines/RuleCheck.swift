package import GRDB
internal import YiceModel

/// Holds rows just written to their table's rules; throwing ends the transaction, so that nothing stays.
extension RevisionWriter {
  /// - Parameter before: the row as it was; nil for a new row.
  /// - Throws: `MoveError`.
  package func requireRules(_ table: CatalogTable, _ key: RowKey, before: Row?) throws {
    guard let rules = TableRules.of(table), let after = try fetch(table, key) else { return }
    let row = RowName(table: table, key: key)
    var needs: [RowRule] = []
    let from = before.map(RuleCheck.state)
    let to = RuleCheck.state(after)
    let moved = from != to
    func changed(_ column: String) -> Bool {
      guard let before else { return true }
      return (before[column] as DatabaseValue) != (after[column] as DatabaseValue)
    }
    if let machine = rules.machine {
      if moved { needs += try RuleCheck.requireMove(machine, from, to, file.role, row) }
      try requireGuarded(machine, to, moved: moved, row) {
        changed($0) && !(before == nil && (after[$0] as DatabaseValue).isNull)
      }
      needs += rules.needs(in: to, table).filter { moved || $0.columns.contains(where: changed) }
    }
    let lasting = rules.rules.filter { before == nil || $0.columns.contains(where: changed) }
    let lacking = try unmet(needs, table, key)
    guard lacking.isEmpty else {
      throw MoveError.missing(table: table.label, row: row.text, state: to, needs: lacking)
    }
    let problems = try unmet(lasting, table, key)
    guard problems.isEmpty else {
      throw MoveError.broken(table: table.label, row: row.text, problems: problems)
    }
  }

  /// - Throws: `MoveError.notRemovable`.
  func requireRemovable(_ table: CatalogTable, _ key: RowKey, _ row: Row) throws {
    guard let machine = TableRules.of(table)?.machine else { return }
    let state = RuleCheck.state(row)
    guard machine.mayRemove(file.role, in: state) else {
      throw MoveError.notRemovable(
        table: table.label, row: RowName(table: table, key: key).text, state: state, role: file.role.label)
    }
  }

  private func requireGuarded(
    _ machine: StateMachine, _ to: String, moved: Bool, _ row: RowName, changed: (String) -> Bool
  ) throws {
    guard !machine.guardians.roles.contains(file.role) else { return }
    let cleared = moved ? machine.state(to)?.clears ?? [] : []
    let columns = machine.guarded.filter { changed($0) && !cleared.contains($0) }
    guard columns.isEmpty else {
      throw MoveError.guarded(
        table: row.table.label, row: row.text, columns: columns.map { row.table.column($0)?.label ?? $0 },
        role: file.role.label, who: machine.guardians.label)
    }
  }

  /// What the row does not meet, in words.
  private func unmet(_ rules: [RowRule], _ table: CatalogTable, _ key: RowKey) throws -> [String] {
    guard !rules.isEmpty else { return [] }
    let asked = rules.map { "coalesce(\($0.sql(in: "main")), 0)" }.joined(separator: ", ")
    let answers = try Row.fetchOne(
      db, sql: "SELECT \(asked) FROM main.\(table.name) AS n WHERE \(table.keyMatch(of: "n."))",
      arguments: StatementArguments(key.values))
    guard let answers else { return [] }
    return rules.enumerated().filter { answers[$0.offset] == 0 }.map(\.element.missing)
  }
}

/// A row as messages name it, without personal data: keys hold none but a teacher's number.
private struct RowName {
  let table: CatalogTable
  let key: RowKey
  var text: String { " \(key.text) " }
}

private enum RuleCheck {
  static func state(_ row: Row) -> String { row[StateMachine.column] ?? "" }

  /// - Returns: what the move itself needs.
  static func requireMove(
    _ machine: StateMachine, _ from: String?, _ to: String, _ role: Role, _ row: RowName
  ) throws -> [RowRule] {
    guard let from else {
      let start = machine.state(to)?.start
      guard start?.roles.contains(role) == true else {
        throw MoveError.noStart(
          table: row.table.label, row: row.text, state: to, role: role.label, who: start?.label ?? "")
      }
      return []
    }
    guard let move = machine.move(from, to) else {
      throw MoveError.noSuchMove(
        table: row.table.label, row: row.text, from: from, to: to, next: machine.next(from: from, by: role))
    }
    guard move.who.roles.contains(role) else {
      throw MoveError.notYours(
        table: row.table.label, row: row.text, from: from, to: to, role: role.label, who: move.who.label)
    }
    return move.needs
  }
}
