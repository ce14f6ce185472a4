internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#endif

/// What the first 100 bytes of a file say, read before SQLite touches it.
enum FileHeader {
  /// - Parameter wanted: the format it must have.
  /// - Throws: `StoreError` when the file is missing, unreadable, no SQLite database, another program's, newer or older.
  static func check(_ path: String, is wanted: Int = Schema.version) throws {
    let bytes = try first100(path)
    guard bytes.starts(with: Array("SQLite format 3\0".utf8)) else { throw StoreError.notSQLite(path) }
    guard word(bytes, at: 68) == Schema.applicationID else { throw StoreError.notYice(path) }
    let version = Int(word(bytes, at: 60))
    // SQLite attaches no file of another text encoding.
    guard word(bytes, at: 56) == 1 else { throw StoreError.damaged(path, detail: "文字编码不是 UTF-8") }
    guard version <= max(wanted, Schema.version) else { throw StoreError.newer(path, version: version) }
    guard version != wanted else { return }
    guard Format.past.contains(where: { $0.version == version }) else { throw StoreError.notYice(path) }
    throw StoreError.older(path, version: version)
  }

  /// The version of the format that a file of ours says it has; nil for anything else.
  static func version(_ path: String) -> Int? {
    guard let bytes = try? first100(path), bytes.starts(with: Array("SQLite format 3\0".utf8)),
      word(bytes, at: 68) == Schema.applicationID
    else { return nil }
    return Int(word(bytes, at: 60))
  }

  private static func word(_ bytes: [UInt8], at offset: Int) -> Int32 {
    Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// Whether the file was left in WAL mode: a copy of it may lack what its -wal file held.
  static func usesWAL(_ path: String) throws -> Bool {
    let bytes = try first100(path)
    return bytes[18] == 2 || bytes[19] == 2
  }

  /// Whether it is a plain file: reading from a pipe would wait for ever.
  static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func first100(_ path: String) throws -> [UInt8] {
    guard access(path, F_OK) == 0 else { throw StoreError.notFound(path) }
    guard isPlain(path) else { throw StoreError.notPlain(path) }
    guard let handle = fopen(path, "rb") else {
      throw errno == EACCES ? StoreError.readOnly(path) : StoreError.notFound(path)
    }
    defer { fclose(handle) }
    var bytes = [UInt8](repeating: 0, count: 100)
    guard fread(&bytes, 1, 100, handle) == 100 else { throw StoreError.notSQLite(path) }
    return bytes
  }
}
