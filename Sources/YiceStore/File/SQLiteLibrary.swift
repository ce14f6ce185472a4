internal import CYice
internal import GRDB
internal import GRDBSQLite

/// The SQLite library as a whole.
package enum SQLiteLibrary {
  /// Whether it took the settings that must come before its first use (CYice sets them when the program is loaded).
  package static var isConfigured: Bool { yice_is_configured() != 0 }

  /// Bytes of a statement's journal that stay in memory.
  package static var statementSpill: Int { Int(yice_statement_spill()) }
}

extension Database {
  /// Takes GRDB's observer of statements off this connection. It is told of every column of every statement, which for
  /// wide tables costs as much as compiling them; nothing here observes changes.
  func stopObservingStatements() { sqlite3_set_authorizer(sqliteConnection, nil, nil) }
}
