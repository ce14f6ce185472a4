import GRDB
import Testing
import YiceModel
import YiceStore
import YiceTestSupport

/// GRDB and Testing have types of these names too.
typealias RecordError = YiceStore.RecordError
typealias ExitStatus = YiceModel.ExitStatus

/// One line of the history.
struct ChangeLine: Equatable {
  let rev: Int64
  let table: String
  let key: String
  let beforeRev: Int64
  let kind: String
  let before: String
}

func changes(_ db: Database) throws -> [ChangeLine] {
  try Row.fetchAll(db, sql: "SELECT * FROM change ORDER BY rev, table_name, row_key, before_rev").map {
    ChangeLine(
      rev: $0["rev"], table: $0["table_name"], key: $0["row_key"], beforeRev: $0["before_rev"],
      kind: $0["kind"], before: $0["before"])
  }
}

extension YiceFile {
  /// One value of the file.
  func value<T: DatabaseValueConvertible>(_ sql: String) throws -> T? {
    try read { try T.fetchOne($0, sql: sql) }
  }

  /// Runs a body as one revision and gives the revision's id.
  @discardableResult
  func revise(_ action: String = "test", _ body: (RevisionWriter) throws -> Void) throws -> Int64 {
    try write(action, author: .tester) { writer in
      try body(writer)
      return writer.rev
    }
  }

  /// Adds a teacher and gives the revision's id.
  @discardableResult
  func addTeacher(_ number: String = "T001", name: String = "王芳") throws -> Int64 {
    try revise { try $0.add(.teacher, ["teacher_no": number, "name": name]) }
  }

  func key(_ text: String, in table: CatalogTable = .teacher) throws -> RowKey {
    try RowKey(text, in: table, file: info)
  }

  /// Every row of every exchanged table without `rev`, and every sibling: what a person sees.
  func content() throws -> [String] {
    try read { db in
      var lines: [String] = []
      for table in TableCatalog.tables {
        lines += try String.fetchAll(db, sql: "SELECT \(table.rowJSON()) FROM \(table.name) ORDER BY 1")
      }
      return lines
    }
  }

  /// Every row and waiting version carries a revision that the file knows in the row's area, and of which it says who made it.
  func expectKnownRows(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let strays = try read { db in
      try TableCatalog.tables.flatMap { table in
        try String.fetchAll(
          db,
          sql: """
            SELECT '\(table.name) ' || v.rev FROM (
              SELECT rev, org_code FROM \(table.name)
              UNION SELECT rev, org_code FROM sibling WHERE table_name = '\(table.name)') AS v
            WHERE NOT EXISTS (
              SELECT 1 FROM revision_area AS a JOIN revision AS r ON r.id = a.id
              WHERE a.id = v.rev AND a.org_code = v.org_code
                AND a.class = CASE length(v.org_code) WHEN 6 THEN 'bureau' ELSE '\(table.areaClass.rawValue)' END)
            """)
      }
    }
    #expect(strays == [], sourceLocation: sourceLocation)
  }
}
