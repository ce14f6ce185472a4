internal import YiceFiles

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
      // A file that no command would open is not said to be in order.
      _ = try YiceFile.open(path)
      return nil
    }
    try YiceFile.requireWritable(path)
    let backup = try freeName(path, version)
    let location = SideFiles.behindLinks(path)
    try SideFiles.check(location, named: path)
    _ = try StoreError.naming(path) { try Interruption.takeBack(location, named: path) }
    let file = try StoreError.making(path) { try NewFile(for: path, replacing: true) }
    try StoreError.looking(path) { try migration.write(path, of: version, to: file.path) }
    guard !dryRun else { return Outcome(from: version, to: Schema.version, backup: backup) }
    try YiceFile.check(file.path)
    // Both names stand before the old one is taken over. A copy and no link: not every disk has links (a USB stick), and
    // a file has one way to be kept.
    if access(backup, F_OK) != 0 { try YiceFile.duplicate(path, to: backup) }
    try StoreError.making(path) { try file.publish() }
    return Outcome(from: version, to: Schema.version, backup: backup)
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
