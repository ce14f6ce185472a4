internal import GRDB
internal import YiceModel
internal import YiceStore

/// What the file knows of a row that a sheet leaves out, looked up where rows are written.
struct StoredRest {
  private let writer: RevisionWriter
  private let table: CatalogTable
  private let columns: [CatalogColumn]
  private let keySlots: [Int]
  /// Where stands what a school may write, and what that is.
  private let condition: (slot: Int, value: String)?

  init(_ writer: RevisionWriter, _ table: CatalogTable, columns: [CatalogColumn]) {
    self.writer = writer
    self.table = table
    self.columns = columns
    keySlots = table.key.compactMap { name in columns.firstIndex { $0.name == name } }
    condition =
      writer.file.role == .school
      ? table.schoolWrites.flatMap { written in
        columns.firstIndex { $0.name == written.column }.map { ($0, written.value) }
      } : nil
  }

  /// Puts what the file has into slots whose values were only worked out.
  /// - Returns: why the row is not for this file, if it is not.
  func settle(_ values: inout [BulkUpsert.Bound], made: [Int], at place: SourceLocation) throws -> Finding? {
    if !made.isEmpty,
      let stored = try writer.current(table, RowKey(keySlots.map { values[$0].databaseValue }))
    {
      for slot in made {
        let known: DatabaseValue = stored[columns[slot].name]
        switch known.storage {
        case .string(let text) where !text.isEmpty: values[slot] = .text(text)
        case .int64(let number): values[slot] = .integer(number)
        // 金额 that could be worked out follows the sheet.
        case .double(let number): if case .null = values[slot] { values[slot] = .real(number) }
        default: break
        }
      }
    }
    guard let condition else { return nil }
    let given = String.fromDatabaseValue(values[condition.slot].databaseValue) ?? ""
    guard given != condition.value else { return nil }
    var place = place
    place.column = columns[condition.slot].label
    return Finding(
      .error, "not-allowed-here", at: place, value: given,
      "学校只能填写“\(condition.value)”的行，其余由\(table.writers.label)填写")
  }
}
