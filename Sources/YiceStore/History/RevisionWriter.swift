package import GRDB
internal import YiceModel

/// Writes rows under one revision: stamps them, keeps what they replace, and counts.
package final class RevisionWriter {
  package let db: Database
  package let file: FileInfo
  /// The revision being written.
  package let rev = RandomID.revision()
  package private(set) var counts = WriteCounts()
  /// What was done, in words; commands may refine it before the end.
  package var note: String?
  private let author: Author
  private let action: String

  init(db: Database, file: FileInfo, author: Author, action: String, note: String?) {
    self.db = db
    self.file = file
    self.author = author
    self.action = action
    self.note = note
  }

  /// Whether anything needs the revision to be kept.
  package var hasWritten: Bool { !counts.isEmpty || fileInfoChanged }
  private var fileInfoChanged = false

  package func count(_ outcome: WriteOutcome, _ table: CatalogTable, by number: Int = 1) {
    counts.add(outcome, table.name, number)
  }

  /// Records the revision; called once, at the end of the transaction.
  func finish() throws {
    try record(rev, action, note ?? counts.description)
    try FileSeal.remove(db)
  }

  func record(_ id: Int64, _ action: String, _ note: String) throws {
    try db.execute(
      sql: """
        INSERT INTO revision (id, org_code, at, role, author, tool, action, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id, file.orgCode, Moment.now(), file.role.rawValue, author.name, Tool.name, action, note,
      ])
    try RevisionDigest.include(id, in: db)
  }

  /// Keeps the file's own description.
  package func save(_ info: FileInfo) throws {
    try info.save(db)
    fileInfoChanged = true
  }
}

/// What writing a row did.
package enum WriteOutcome: String, Sendable { case new, changed, same, removed }

/// Rows written, by table and outcome.
package struct WriteCounts: Sendable, Equatable, CustomStringConvertible {
  package private(set) var byTable: [String: [WriteOutcome: Int]] = [:]

  mutating func add(_ outcome: WriteOutcome, _ table: String, _ number: Int) {
    guard number > 0 else { return }
    byTable[table, default: [:]][outcome, default: 0] += number
  }

  package func total(_ outcome: WriteOutcome) -> Int {
    byTable.values.reduce(0) { $0 + ($1[outcome] ?? 0) }
  }

  /// Nothing was written (rows that were the same are no writing).
  package var isEmpty: Bool { total(.new) + total(.changed) + total(.removed) == 0 }

  /// 「教师：新增 12，更改 3」
  package var description: String {
    TableCatalog.tables.compactMap { table in
      guard let counts = byTable[table.name] else { return nil }
      let parts = [(WriteOutcome.new, "新增"), (.changed, "更改"), (.removed, "删除")]
        .compactMap { outcome, word in counts[outcome].map { "\(word) \($0)" } }
      return parts.isEmpty ? nil : "\(table.label)：" + parts.joined(separator: "，")
    }.joined(separator: "；")
  }
}
