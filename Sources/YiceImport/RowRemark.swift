internal import GRDB
internal import YiceStore

/// What a row's 备注 says of cells that stayed empty: 〔未认出：职称“副高”〕; and the words of a period that has no column of its
/// own: 〔原文：计划完成“年内”〕. Either goes when the row is imported again without such cells.
///
/// Decisions 0150, 0175.
enum RowRemark {
  static let start = "〔未认出："
  static let keptStart = "〔原文："
  private static let end = "〕"

  /// A period as a sheet has it.
  typealias Words = (column: String, words: String)

  /// The 备注 with those words, in place of earlier ones; nil: without any.
  static func note(_ note: String, keeping words: Words?) -> String {
    without(note, keptStart)
      + (words.map { "\(keptStart)\($0.column)“\($0.words.filter { $0 != "〕" })”\(end)" } ?? "")
  }

  /// The 备注 with what it says of these cells, in place of what it said before.
  static func note(_ note: String, _ emptied: [(column: String, value: String?)]) -> String {
    let cells = emptied.map { cell in cell.column + (cell.value.map { "“\($0)”" } ?? "") }
    return without(note, start) + (cells.isEmpty ? "" : start + cells.joined(separator: "、") + end)
  }

  /// Columns of which a 备注 says that their cells were not understood, as their sheet named them; nil: it says nothing.
  static func columns(of note: String) -> [String]? {
    guard let from = note.firstRange(of: start), let until = note[from.upperBound...].firstRange(of: end)
    else {
      return nil
    }
    // What stands between “ and ” is a value and may hold anything.
    return note[from.upperBound..<until.lowerBound].split(separator: "”").flatMap { part in
      (part.split(separator: "“", omittingEmptySubsequences: false).first ?? "").split(separator: "、").map(
        String.init)
    }
  }

  private static func without(_ note: String, _ start: String) -> String {
    guard let from = note.firstRange(of: start), let until = note[from.upperBound...].firstRange(of: end)
    else {
      return note
    }
    return String(note[..<from.lowerBound] + note[until.upperBound...])
  }
}

/// Keeps the remarks of a sheet that has no 备注 column.
struct RowRemarks {
  private let writer: RevisionWriter
  private let table: CatalogTable
  private let columns: [CatalogColumn]
  /// Keys of rows that hold a remark of an earlier import.
  private let remarked: Set<String>
  /// The sheet says until when, in a table whose 备注 keeps the words.
  private let saysPeriod: Bool

  /// - Returns: nil where the table has no 备注, or the sheet gives it.
  init?(_ writer: RevisionWriter, _ table: CatalogTable, columns: [CatalogColumn]) throws {
    guard table.column("note") != nil, !columns.contains(where: { $0.name == "note" }) else { return nil }
    self.writer = writer
    self.table = table
    self.columns = columns
    remarked = Set(
      try String.fetchAll(
        writer.db,
        sql: "SELECT \(table.keyJSON()) FROM \(table.name) WHERE instr(note, ?) > 0 OR instr(note, ?) > 0",
        arguments: [RowRemark.start, RowRemark.keptStart]))
    saysPeriod = table.periodColumn == nil && columns.contains(where: \.mayBePeriod)
  }

  /// Brings the remark of a row up to date that was just written.
  /// - Returns: whether it changed.
  func settle(
    _ values: [BulkUpsert.Bound], _ emptied: [(column: String, value: String?)], _ words: RowRemark.Words?
  ) throws -> Bool {
    guard !emptied.isEmpty || words != nil || !remarked.isEmpty else { return false }
    let key = RowKey(
      table.key.map { name in columns.firstIndex { $0.name == name }.map { values[$0].databaseValue } ?? .null
      })
    guard !emptied.isEmpty || words != nil || remarked.contains(key.json),
      let row = try writer.fetch(table, key)
    else {
      return false
    }
    let before: String? = row["note"]
    var after = RowRemark.note(before ?? "", emptied)
    if saysPeriod { after = RowRemark.note(after, keeping: words) }
    guard after != before ?? "" else { return false }
    let note = after.isEmpty ? nil : after
    if row["rev"] == writer.rev {
      // The row's version before was kept when it was written.
      try writer.db.execute(
        sql: "UPDATE \(table.name) SET note = ? WHERE \(table.keyMatch())",
        arguments: StatementArguments([note.databaseValue] + key.values))
      return false
    }
    var values = RowValues()
    values.set("note", note)
    return try writer.set(table, key, values) == .changed
  }
}
