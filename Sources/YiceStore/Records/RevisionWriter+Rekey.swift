internal import GRDB
package import YiceModel

/// A row under another key: its number was mistyped. To all others the old row was removed and another added, in one
/// revision, so one undo gives it back. Decision 0166.
extension RevisionWriter {
  /// - Parameter values: the new key's columns, and others that change with it.
  /// - Returns: the key as it is now.
  /// - Throws: `RekeyProblem`, `RecordError`, `MoveError`; nothing is written then, once the caller's `attempt` ends.
  package func rekey(_ table: CatalogTable, _ key: RowKey, _ values: RowValues) throws -> RowKey {
    guard let row = try fetch(table, key) else {
      throw RecordError.notFound(table: table.label, row: key.text)
    }
    let changed = table.key.filter { values.gives($0) && values[$0] != row[$0] }
    if let fixed = changed.first(where: table.fixedKey.contains) {
      throw RecordError.keyColumn(table: table.label, column: table.column(fixed)?.label ?? fixed)
    }
    var whole = RowValues()
    for column in table.columns {
      whole.set(column.name, values.gives(column.name) ? values[column.name] : row[column.name])
    }
    let new = RowKey(table.key.map { whole[$0] })
    guard try !exists(table, new) else { throw RekeyProblem.taken(table: table.label, row: new.text) }
    let hanging = try RowLinks.hanging(on: key, of: table, db)
    guard hanging.isEmpty else {
      throw RekeyProblem.hanging(
        table: table.label, row: key.text, by: hanging.map { "\($0.table) \($0.rows) 行" })
    }
    try remove(table, key)
    return try add(table, whole)
  }
}

extension CatalogTable {
  /// Columns of the key that say whose row it is and of which year: a row of another school or year is another row.
  package var fixedKey: Set<String> { key == ["org_code"] ? [] : ["org_code", "school_year"] }
}

/// Why a row cannot have that key; nothing was changed.
package enum RekeyProblem: YiceError, Equatable {
  case taken(table: String, row: String)
  case hanging(table: String, row: String, by: [String])

  package var exitStatus: ExitStatus { .failed }

  package var description: String {
    switch self {
    case .taken(let table, let row):
      "“\(table)”表里已经有 \(row) 这一行，标识没有改。"
    case .hanging(let table, let row, let by):
      "“\(table)”的 \(row) 这一行还有\(by.joined(separator: "、"))按现在的标识指着它，改了就对不上了，所以没有改。"
        + "请新增一行，把它们改过去，再删去旧行。"
    }
  }
}
