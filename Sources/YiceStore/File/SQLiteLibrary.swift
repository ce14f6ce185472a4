internal import CYice
package import GRDB
internal import GRDBSQLite

/// The SQLite library as a whole.
package enum SQLiteLibrary {
  /// Settings that must come before its first use.
  package static func configure() { _ = yice_configure() }

  /// Bytes of a statement's journal that stay in memory.
  package static var statementSpill: Int { Int(yice_statement_spill()) }
}

extension Database {
  /// Takes GRDB's observer of statements off this connection. It is told of every column of every statement, which for
  /// wide tables costs as much as compiling them; nothing here observes changes.
  package func stopObservingStatements() { sqlite3_set_authorizer(sqliteConnection, nil, nil) }
}
