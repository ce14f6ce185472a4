internal import GRDB

/// Holds a file's schema against ours before SQLite opens it for a command.
enum SchemaLook {
  /// How long SQLite may take where it has to be asked, in seconds, and how long a text it may make, in bytes.
  private static let longest = 2.0
  private static let largest = 2 << 20

  /// - Parameters:
  ///   - path: behind all links.
  ///   - name: what messages call it.
  /// - Throws: `StoreError`.
  static func check(_ path: String, named name: String) throws {
    do {
      guard try !FileHeader.usesWAL(path), let objects = try SchemaPages.objects(of: path) else {
        do { try ask(path, name) { try SchemaCheck.check($0) } } catch let difference
          as SchemaCheck.Difference
        {
          throw StoreError.schema(name, difference)
        }
        return
      }
      try require(objects, name)
    } catch is SchemaPages.Damage {
      throw StoreError.damaged(name, detail: "表结构读不出来")
    }
  }

  private static func require(_ objects: [SchemaObject], _ name: String) throws {
    do {
      try SchemaCheck.check(objects)
    } catch let difference as SchemaCheck.Difference {
      // Another program's, though it says it is ours.
      guard !objects.contains(where: { $0.name == "file_info" }) || difference.name == "file_info" else {
        throw StoreError.schema(name, difference)
      }
      throw StoreError.notYice(name)
    }
  }

  /// Where the pages do not tell the whole (WAL), or somebody is writing them: SQLite itself, on a short leash.
  private static func ask(_ path: String, _ name: String, _ body: (Database) throws -> Void) throws {
    try StoreError.naming(name) {
      let deadline = Deadline(seconds: longest)
      try withExtendedLifetime(deadline) {
        let queue = try DatabaseQueue(path: path, configuration: leashed(deadline, readonly: true))
        try queue.read(body)
        try queue.close()
      }
    }
  }

  /// What must hold in a file of any format before SQLite opens it; a file that was sent, which has no WAL.
  /// - Throws: `StoreError`, `SchemaCheck.Difference`.
  static func checkStatistics(_ path: String) throws {
    do {
      if let objects = try SchemaPages.objects(of: path) { return try SchemaCheck.checkStatistics(objects) }
      try ask(path, path) { try SchemaCheck.checkStatistics($0) }
    } catch is SchemaPages.Damage {
      throw StoreError.damaged(path, detail: "表结构读不出来")
    }
  }

  /// For a file whose schema nobody has looked at.
  static func leashed(_ deadline: Deadline, readonly: Bool) -> Configuration {
    var configuration = UntrustedFile.configuration(deadline, longest: largest)
    configuration.readonly = readonly
    configuration.busyMode = .timeout(2)
    return configuration
  }

  /// Opens a file that nobody has looked at once for writing, so that SQLite brings it back.
  static func bringBack(_ path: String) throws {
    let deadline = Deadline(seconds: longest)
    try withExtendedLifetime(deadline) {
      do {
        try DatabaseQueue(path: path, configuration: leashed(deadline, readonly: false)).close()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_INTERRUPT {
        // A large file took that long, or what it has in it. Whether it was brought back is told by the journal.
      }
    }
  }
}
