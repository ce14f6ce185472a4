#if canImport(Glibc)
  internal import Glibc
#endif

/// Brings a person's own file to the current format and keeps the old one beside it.
package enum Upgrade {
  package struct Outcome: Sendable, Equatable {
    package let from: Int
    package let to: Int
    /// Path of the file as it was.
    package let backup: String
  }

  /// The new file is whole and synced before it takes the name; until then, and if anything fails, the old one stands.
  /// One that was cut short is simply run again.
  /// - Returns: nil when the file is of the current format already.
  /// - Throws: `StoreError`.
  package static func run(_ path: String, by migration: Migration = .standard, dryRun: Bool = false) throws
    -> Outcome?
  {
    guard let version = migration.pastVersion(of: path) else {
      try FileHeader.check(path)
      return nil
    }
    try YiceFile.requireWritable(path)
    let backup = try freeName(path, version)
    let partial = path + ".part"
    defer { YiceFile.delete(partial) }
    try migration.write(path, of: version, to: partial)
    guard !dryRun else { return Outcome(from: version, to: Schema.version, backup: backup) }
    try YiceFile.check(partial)
    try YiceFile.sync(partial)
    // Both names stand before the old one is taken over.
    try keep(path, as: backup)
    guard rename(partial, path) == 0 else { throw StoreError.readOnly(path) }
    try YiceFile.syncFolder(of: path)
    return Outcome(from: version, to: Schema.version, backup: backup)
  }

  /// A copy and no link: not every disk has links (a USB stick), and a file has one way to be kept.
  private static func keep(_ path: String, as backup: String) throws {
    guard access(backup, F_OK) != 0 else { return }
    let partial = backup + ".part"
    YiceFile.delete(partial)
    defer { YiceFile.delete(partial) }
    do { try YiceFile.duplicate(path, to: partial) } catch StoreError.diskFull {
      throw StoreError.diskFull(backup)
    }
    guard rename(partial, backup) == 0 else { throw StoreError.readOnly(backup) }
  }

  /// 一小.db → 一小-格式1.db; that name may be taken by the very file, kept by an upgrade that was cut short.
  private static func freeName(_ path: String, _ version: Int) throws -> String {
    let stem = path.hasSuffix(".db") ? String(path.dropLast(3)) : path
    let name = "\(stem)-格式\(version).db"
    guard access(name, F_OK) != 0 || YiceFile.holdSameBytes(path, name) else {
      throw StoreError.alreadyExists(name)
    }
    return name
  }
}
