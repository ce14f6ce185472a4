internal import GRDB
internal import YiceStore

/// Writes the rows of a sheet that remembers what each row was when it was exported: only what the person changed, and
/// never over what others changed meanwhile.
///
///     base     the version that the sheet was exported with, by the row's key and revision
///     edits    the sheet's cells that differ from the base
///
///     no edits                          nothing is written, however old the sheet
///     edits, file still at the base     the edits are written
///     edits, file changed the same      nothing is left to write
///     edits, file changed otherwise     both versions are kept, for a person to decide
///     edits, file removed the row       the row returns
final class RememberedRows {
  enum Outcome { case new, changed, same, conflict, returned }

  private let writer: RevisionWriter
  private let table: CatalogTable
  /// Columns of the values, in order.
  private let columns: [CatalogColumn]
  /// Columns outside the key that the sheet has.
  private let given: [(slot: Int, column: CatalogColumn, parser: ValueParser)]
  private var unread: Set<Int> = []
  /// Keys of all rows of the sheet.
  private(set) var seen: SeenKeys

  /// - Parameter untouched: the file's rows that the sheet may be about.
  init(
    _ writer: RevisionWriter, _ table: CatalogTable, columns: [CatalogColumn], given: Set<String>,
    _ untouched: UntouchedRows
  ) {
    seen = SeenKeys(untouched)
    self.writer = writer
    self.table = table
    self.columns = columns
    self.given = columns.enumerated().compactMap { slot, column in
      guard given.contains(column.name), !table.key.contains(column.name) else { return nil }
      return (slot, column, ValueParser(column))
    }
  }

  /// A row that stays out because of what is wrong with it still stands on the sheet.
  func keep(_ memory: RowMemory?) {
    if let memory { seen.insert(memory.key) }
  }

  /// Notes a row of which nothing was changed.
  /// - Returns: false when the sheet has had a row of that key before: it is another then.
  func isFirst(at place: Int) -> Bool { seen.insert(at: place) }

  /// - Parameters:
  ///   - memory: nil for a row that the person added.
  ///   - unread: slots whose cells were not understood: there the file keeps what it has.
  /// - Throws: `RecordError`, `DatabaseError`.
  func take(_ values: [DatabaseValue], _ memory: RowMemory?, unread: Set<Int> = []) throws
    -> (outcome: Outcome, key: RowKey)
  {
    self.unread = unread
    let typed = RowKey(
      table.key.map { name in columns.firstIndex { $0.name == name }.map { values[$0] } ?? .null })
    guard let memory, !seen.contains(memory.key),
      let key = try RowVersions.key(writer.db, table, json: memory.key), isSame(typed, key)
    else {
      seen.insert(typed.json)
      return (try takeAdded(values, typed), typed)
    }
    seen.insert(memory.key)
    return (try takeBack(values, key, memory), key)
  }

  private func takeBack(_ values: [DatabaseValue], _ key: RowKey, _ memory: RowMemory) throws -> Outcome {
    let current = try writer.current(table, key)
    let rev: Int64? = current?["rev"]
    guard
      let base = rev == memory.rev
        ? current : try RowVersions.version(writer.db, table, key: memory.key, rev: memory.rev)
    else { return try takeAdded(values, key) }
    let edits = edits(values, from: base)
    guard !edits.isEmpty else { return .same }
    guard let current else {
      var all = version(base, with: edits, values: values)
      for (name, part) in zip(table.key, key.values) { all.fill(name, part) }
      try writer.add(table, all)
      return .returned
    }
    let changes = RowValues(Dictionary(uniqueKeysWithValues: edits.map { (columns[$0].name, values[$0]) }))
    if rev == memory.rev {
      try writer.set(table, key, changes, keepingSiblings: true)
      return .changed
    }
    let open = edits.filter { differs(values[$0], current[columns[$0].name], at: $0) }
    guard !open.isEmpty else { return .same }
    try writer.keepBoth(
      table, key, version(base, with: edits, values: values), base: (memory.rev, base))
    return .conflict
  }

  /// A row without a base: new, or the same key added on both sides.
  private func takeAdded(_ values: [DatabaseValue], _ key: RowKey) throws -> Outcome {
    guard let current = try writer.current(table, key) else {
      let all = columns.enumerated().map { ($1.name, values[$0]) }
      try writer.add(table, RowValues(Dictionary(uniqueKeysWithValues: all)))
      return .new
    }
    let edits = edits(values, from: current)
    guard !edits.isEmpty else { return .same }
    try writer.keepBoth(table, key, version(current, with: edits, values: values))
    return .conflict
  }
}

// MARK: - Comparing

extension RememberedRows {
  /// Slots of the cells that the person changed.
  private func edits(_ values: [DatabaseValue], from base: Row) -> [Int] {
    given.filter { !unread.contains($0.slot) && differs(values[$0.slot], base[$0.column.name], at: $0.slot) }
      .map(\.slot)
  }

  /// Whether the cell says something else than the base: a value that another program stored untidily comes back tidied
  /// and is no edit.
  private func differs(_ value: DatabaseValue, _ base: DatabaseValue, at slot: Int) -> Bool {
    if value == base { return false }
    let text = RememberedRows.text(base)
    if text.isEmpty { return !RememberedRows.text(value).isEmpty }
    if let number = Double.fromDatabaseValue(value), number == Double.fromDatabaseValue(base) { return false }
    // The apostrophe by which a CSV file keeps text from being run as a formula.
    if RememberedRows.text(value) == "'" + text { return false }
    guard let parser = given.first(where: { $0.slot == slot })?.parser, let tidy = try? parser.parse(text)
    else { return true }
    return tidy.value.databaseValue != value
  }

  private func isSame(_ typed: RowKey, _ key: RowKey) -> Bool {
    zip(typed.values, zip(key.values, table.keyColumns)).allSatisfy { typed, remembered in
      let (value, column) = remembered
      if typed == value || RememberedRows.text(typed) == RememberedRows.text(value) { return true }
      let tidy = try? ValueParser(column).parse(RememberedRows.text(value))
      return tidy?.value.databaseValue == typed
    }
  }

  private static func text(_ value: DatabaseValue) -> String {
    switch value.storage {
    case .null, .blob: ""
    case .int64(let number): String(number)
    case .double(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : String(number)
    case .string(let text): text
    }
  }

  /// The base with the edits, columns outside the key only.
  private func version(_ base: Row, with edits: [Int], values: [DatabaseValue]) -> RowValues {
    var all: [String: DatabaseValue] = [:]
    for column in table.valueColumns { all[column.name] = base[column.name] }
    for slot in edits { all[columns[slot].name] = values[slot] }
    return RowValues(all)
  }
}
