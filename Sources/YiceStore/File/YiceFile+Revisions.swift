internal import GRDB

extension YiceFile {
  /// Ids of the revisions that another file knows; it is read as a file that somebody sent.
  /// - Throws: `StoreError`.
  package static func revisions(of path: String) throws -> Set<Int64> {
    do {
      return try UntrustedFile.read(path) { db in
        try SchemaCheck.check(db)
        return try Int64.fetchSet(db, sql: "SELECT id FROM revision")
      }
    } catch let difference as SchemaCheck.Difference {
      throw StoreError.schema(path, difference)
    } catch UntrustedFile.Problem.leftover {
      throw StoreError.unfinished(path)
    } catch UntrustedFile.Problem.tooLarge(let bytes, let limit) {
      throw StoreError.sql(path, detail: "有 \(bytes >> 20) MB，超过上限 \(limit >> 20) MB")
    } catch UntrustedFile.Problem.tooSlow(let seconds) {
      throw StoreError.sql(path, detail: "检查超过 \(Int(seconds)) 秒仍未完成")
    }
  }
}
