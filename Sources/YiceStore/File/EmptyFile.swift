internal import GRDB
internal import Synchronization

/// A file of the current format before anything is in it. Making its hundreds of tables, indexes, views and triggers costs several
/// times what reading them does, so whoever makes a second file has it copied from one in memory.
enum EmptyFile {
  private static let made = Atomic(0)

  private static let template: DatabaseQueue? = {
    let queue = try? DatabaseQueue()
    let isMade: Void? = try? queue?.writeWithoutTransaction { try $0.execute(sql: Schema.sql) }
    return isMade == nil ? nil : queue
  }()

  /// - Parameter queue: a database with nothing in it.
  /// - Throws: `DatabaseError`.
  static func make(in queue: DatabaseQueue) throws {
    if made.add(1, ordering: .relaxed).oldValue > 0, let template {
      try template.backup(to: queue)
    } else {
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          try db.execute(sql: Schema.sql)
          return .commit
        }
      }
    }
  }
}
