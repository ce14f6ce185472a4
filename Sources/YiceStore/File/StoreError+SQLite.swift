internal import GRDB
internal import YiceFiles

extension StoreError {
  /// Runs the body; an SQLite error comes out as the `StoreError` that says what it means for this file.
  static func naming<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Runs the body, which makes a file; why it could not be made comes out as the `StoreError` for that name.
  package static func making<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let failure as FileFailure {
      switch failure.kind {
      case .exists: throw StoreError.alreadyExists(path)
      case .noFolder: throw StoreError.noFolder(path)
      case .readOnly: throw StoreError.readOnly(path)
      case .full: throw StoreError.diskFull(path)
      case .notPlain: throw StoreError.notPlain(path)
      case .other: throw StoreError.sql(path, detail: failure.reason)
      }
    }
  }

  /// Runs a look at a file that was sent; why it was refused comes out as the `StoreError` for that file.
  static func looking<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let difference as SchemaCheck.Difference {
      throw StoreError.schema(path, difference)
    } catch UntrustedFile.Problem.leftover(let suffix) {
      guard suffix != "-journal" else { throw StoreError.unfinished(path) }
      throw StoreError.sql(path, detail: "还有内容在 \(path)\(suffix) 里，请关闭打开它的程序")
    } catch UntrustedFile.Problem.tooLarge(let bytes, let limit) {
      throw StoreError.sql(path, detail: "有 \(bytes >> 20) MB，超过上限 \(limit >> 20) MB")
    } catch UntrustedFile.Problem.tooSlow(let seconds) {
      throw StoreError.sql(path, detail: "检查超过 \(Int(seconds)) 秒仍未完成")
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
