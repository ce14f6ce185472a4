internal import GRDB

extension StoreError {
  /// Runs the body; an SQLite error comes out as the `StoreError` that says what it means for this file.
  static func naming<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .readOnly(path)
    case .SQLITE_FULL: self = .diskFull(path)
    case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_WRITE: self = .diskFull(path)
    case .SQLITE_NOTADB: self = .notSQLite(path)
    case .SQLITE_CORRUPT: self = .damaged(path, detail: error.message ?? "SQLITE_CORRUPT")
    default: self = .sql(path, detail: "\(error.resultCode.rawValue) \(error.message ?? "")")
    }
  }
}
