#if canImport(Glibc)
  internal import Glibc
#endif

/// What lies beside a database for SQLite to find: `-journal`, `-wal`, `-shm`. SQLite believes them: a journal says how
/// long the file was and which other file to delete, a WAL replaces pages. So they are looked at before SQLite is.
///
/// Nothing of ours writes more than one database in a transaction, so none of our journals names another file.
/// Decision 0089.
package enum SideFiles {
  /// What is wrong with one of them.
  package enum Problem: Sendable, Equatable {
    /// A link, a folder, a pipe, or a file that has a second name.
    case notPlain
    /// It belongs to neither the file's owner nor the person who opens it.
    case otherOwner
    /// It names another file, for SQLite to delete.
    case namesAnotherFile
    /// It is no journal, or one of a file with other pages or of another size.
    case foreign
    /// A WAL beside a file that is not in WAL mode.
    case unused

    var words: String {
      switch self {
      case .notPlain: "是链接、文件夹或设备，不是普通文件"
      case .otherOwner: "属于另一个用户"
      case .namesAnotherFile: "指着别的文件，打开后那个文件会被删除"
      case .foreign: "不是这个文件的写入记录"
      case .unused: "不是这个文件自己的（它不用这种记录）"
      }
    }

    func advice(_ suffix: String) -> String {
      let way = "收到的文件请发送人关闭所有程序、用 yice pack 打包后重新发送；"
      return switch self {
      case .otherOwner: way + "自己的文件请由写它的那个用户打开一次。"
      case .notPlain, .namesAnotherFile, .foreign, .unused: way + "自己的文件请把这个 \(suffix) 移到别处再打开。"
      }
    }
  }

  /// - Parameters:
  ///   - path: of the database, behind all links, for SQLite looks there.
  ///   - name: what messages call it.
  /// - Throws: `StoreError.sideFile`.
  static func check(_ path: String, named name: String) throws {
    var database = stat()
    guard stat(path, &database) == 0 else { throw StoreError.notFound(name) }
    for suffix in ["-journal", "-wal", "-shm"] {
      var status = stat()
      guard lstat(path + suffix, &status) == 0 else { continue }
      if let problem = try problem(path, suffix, status, database) {
        throw StoreError.sideFile(name, suffix: suffix, problem)
      }
    }
  }

  /// The path behind all links: beside that file SQLite looks for the journal.
  static func behindLinks(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func problem(_ path: String, _ suffix: String, _ status: stat, _ database: stat) throws
    -> Problem?
  {
    guard status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else { return .notPlain }
    guard status.st_uid == database.st_uid || status.st_uid == geteuid() else { return .otherOwner }
    let file = try Head(path, count: 100)
    let page = file.pageSize
    if suffix == "-journal" {
      return try Journal(path + suffix, size: Int(status.st_size)).problem(
        page: page, pages: Int(database.st_size) / page)
    }
    guard status.st_size > 0 else { return nil }
    guard file.usesWAL else { return .unused }
    guard suffix == "-wal" else { return nil }
    let wal = try Head(path + suffix, count: 32)
    // Format: SQLite file format, the WAL header.
    let isOurs = wal.word(0) & ~1 == 0x377F_0682 && wal.word(8) == page
    return isOurs || wal.isEmpty ? nil : .foreign
  }
}

/// The first bytes of a file; those that it does not have are 0.
private struct Head {
  private let bytes: [UInt8]
  let isEmpty: Bool

  init(_ path: String, count: Int, from offset: Int = 0) throws {
    var bytes = [UInt8](repeating: 0, count: count)
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    // Whoever was writing a moment ago has taken its journal away.
    guard file >= 0 || errno == ENOENT else { throw StoreError.readOnly(path) }
    defer { if file >= 0 { close(file) } }
    isEmpty = pread(file, &bytes, count, off_t(offset)) <= 0
    self.bytes = bytes
  }

  func word(_ offset: Int) -> Int { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }

  func starts(with prefix: [UInt8], at offset: Int = 0) -> Bool {
    bytes.dropFirst(offset).starts(with: prefix)
  }

  /// Of a database; 0 never: a foreign size is as good as none.
  var pageSize: Int {
    let half = Int(bytes[16]) << 8 | Int(bytes[17])
    return half == 0 ? 512 : half == 1 ? 65536 : half
  }

  var usesWAL: Bool { bytes[18] == 2 || bytes[19] == 2 }
}

/// A rollback journal. Format: SQLite file format, the rollback journal.
private struct Journal {
  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
  private let path: String
  private let size: Int

  init(_ path: String, size: Int) {
    self.path = path
    self.size = size
  }

  func problem(page: Int, pages: Int) throws -> SideFiles.Problem? {
    let head = try Head(path, count: 28)
    // SQLite rolls nothing back that begins with 0: what a program leaves that was killed before its first sync.
    guard size > 0, !head.starts(with: [0]) else { return nil }
    // Before anything else, as SQLite does: the name of another journal stands at the end, closed by the magic.
    if size >= 16, try Head(path, count: 8, from: size - 8).starts(with: Journal.magic) {
      return .namesAnotherFile
    }
    guard head.starts(with: Journal.magic) else { return .foreign }
    let wholePages = head.word(16)
    let sector = head.word(20)
    guard head.word(24) == page, sector >= 32, sector <= 65536, sector.nonzeroBitCount == 1 else {
      return .foreign
    }
    // Each page that was there before is in it at most once, and pages that the file lost since are in it.
    let record = page + 8
    guard wholePages > 0, wholePages <= pages + size / record + 1,
      size <= (wholePages + 1) * (record + sector)
    else { return .foreign }
    return nil
  }
}
