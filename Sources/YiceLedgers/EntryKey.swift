package import GRDB
package import YiceModel
package import YiceStore

/// Finds an entry of a ledger by what a person types: its id, or school and id; a county's file knows many schools.
package enum EntryKey {
  /// - Throws: `RecordError.notFound`, `LedgerError.severalEntries`.
  package static func find(_ word: String, in table: CatalogTable, _ db: Database, _ file: FileInfo) throws
    -> RowKey
  {
    // An id may hold a `/` of its own (2022/03): the rows say whether a school stands before it.
    let found = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, id FROM \(table.name)
        WHERE id IN (?1, ?2) OR \(table.keyText()) IN (?1, ?2) ORDER BY org_code, id LIMIT 10
        """, arguments: [word, RowKey.split(word).joined(separator: "/")]
    ).map { row in RowKey(row.map { $0.1 }) }
    guard let only = found.first else { throw RecordError.notFound(table: table.label, row: word) }
    guard found.count == 1 else {
      throw LedgerError.severalEntries(table: table.label, word: word, rows: found.map(\.subject))
    }
    return only
  }
}

extension EntryKey {
  /// A row of any table: by id where rows are told apart by one, else as `RowKey` reads it.
  /// - Throws: `RecordError`, `LedgerError`.
  package static func row(_ word: String, in table: CatalogTable, _ writer: RevisionWriter) throws -> RowKey {
    table.hasRandomID
      ? try find(word, in: table, writer.db, writer.file)
      : try RowKey.find(word, in: table, file: writer.file, writer.db)
  }
}

/// Why a ledger could not be worked on; nothing was changed.
package enum LedgerError: YiceError, Equatable {
  case severalEntries(table: String, word: String, rows: [String])
  case schoolNotFiled(String)
  case countedLater(row: String, date: String, last: String)

  package var exitStatus: ExitStatus { .failed }

  package var description: String {
    switch self {
    case .severalEntries(let table, let word, let rows):
      "“\(table)”里有多所学校的“\(word)”：\(rows.joined(separator: "、"))。请写明是哪一条。"
    case .schoolNotFiled(let word):
      "“大校额台账”里没有“\(word)”。请先用 yice oversize scan 建档；要写的是班级时，写 学段/入学年份/班号，县文件里前面加学校标识码。"
    case .countedLater(let row, let date, let last):
      "“大校额台账”\(row)：最近一次核查是 \(last)，不能再登记更早的 \(date)。没有写入。"
    }
  }
}
