internal import GRDB

extension YiceFile {
  /// Ids of the revisions that another file knows; it is read as a file that somebody sent.
  /// - Throws: `StoreError`.
  package static func revisions(of path: String) throws -> Set<Int64> {
    try StoreError.looking(path) {
      try UntrustedFile.read(path) { db in
        try SchemaCheck.check(db)
        return try Int64.fetchSet(db, sql: "SELECT id FROM revision")
      }
    }
  }
}
