internal import CYice
internal import Glibc

/// A file in the making, in the folder where it will stand: whole and on the disk before it takes its name, or never
/// there. The one way in which this program makes files.
///
/// It is written through `descriptor`, or by a library under `path`. Decision 0088.
package final class NewFile {
  private let file: PrivateFile
  /// Where it will stand: behind a link, what the link names.
  private let target: String
  private let isReplacing: Bool
  private let isPrivate: Bool

  /// - Parameters:
  ///   - replacing: whether it takes the place of a file of that name.
  ///   - isPrivate: for its owner's eyes alone.
  /// - Throws: `FileFailure`; what can be known now is said now, and not after all the work.
  package init(for name: String, replacing: Bool, isPrivate: Bool = false) throws {
    isReplacing = replacing
    self.isPrivate = isPrivate
    target = replacing ? NewFile.behindLinks(name) : name
    var status = stat()
    if lstat(target, &status) == 0 {
      guard replacing else { throw FileFailure(EEXIST) }
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw status.st_mode & S_IFMT == S_IFDIR ? FileFailure(EISDIR) : .notPlain
      }
    }
    file = try PrivateFile(in: folder(of: target))
  }

  /// Under which it stands for now.
  package var path: String { file.path }
  package var descriptor: Int32 { file.descriptor }

  /// - Throws: `FileFailure`.
  package func write(_ bytes: UnsafeRawBufferPointer) throws { try file.write(bytes) }

  /// Gives the file its name. Whoever had it open under `path` must have closed it.
  /// - Throws: `FileFailure`; then nothing has changed under the name.
  package func publish() throws {
    try sync()
    let number = isReplacing ? rename(path, target) == 0 ? 0 : errno : Placement.place(path, target)
    guard number == 0 else { throw FileFailure(number) }
    file.release()
    try syncFolder(folder(of: target))
  }

  private func sync() throws {
    // By name: a library may have put a file of its own there.
    let written = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard written >= 0 else { throw FileFailure(errno) }
    defer { close(written) }
    // A stick without permissions is no reason to fail.
    fchmod(written, mode)
    guard fsync(written) == 0 || errno == EINVAL else { throw FileFailure(errno) }
  }

  /// Those of the file it replaces: what was for one person's eyes stays so.
  private var mode: mode_t {
    var status = stat()
    if isPrivate { return 0o600 }
    guard isReplacing, lstat(target, &status) == 0 else { return mode_t(yice_usual_mode()) }
    return status.st_mode & 0o777
  }

  private static func behindLinks(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

/// Puts the names in a folder on the disk.
/// - Throws: `FileFailure`.
func syncFolder(_ path: String) throws {
  let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard folder >= 0 else { return }
  defer { close(folder) }
  // Not every file system can.
  guard fsync(folder) != 0, [EIO, ENOSPC, EDQUOT].contains(errno) else { return }
  throw FileFailure(errno)
}
