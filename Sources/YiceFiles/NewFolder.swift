internal import CYice
internal import Glibc

/// A folder of files in the making, beside where it will stand: whole and on the disk before it takes its name, or never
/// there. It holds files alone, no folders; each is a `NewFile` of its own. Decision 0196.
package final class NewFolder {
  /// Where the files are put for now.
  package let path: String
  private let target: String
  private var slot: Int32

  /// - Throws: `FileFailure`; a name that is taken is said now, and not after all the work.
  package init(for name: String) throws {
    var target = Substring(name)
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    self.target = String(target)
    var status = stat()
    guard lstat(self.target, &status) != 0 else { throw FileFailure(EEXIST) }
    let parent = folder(of: self.target)
    path = "\(parent)\(parent.hasSuffix("/") ? "" : "/").yice-\(PrivateFile.word()).part"
    slot = yice_keep_track(path, 1)
    guard mkdir(path, 0o700) == 0 else {
      let number = errno
      yice_let_go(slot, 0)
      throw FileFailure(number)
    }
  }

  deinit { yice_let_go(slot, 1) }

  /// Gives the folder its name.
  /// - Throws: `FileFailure`; then nothing stands under the name.
  package func publish() throws {
    let readable = mode_t(yice_usual_mode())
    // A stick without permissions is no reason to fail.
    chmod(path, readable | (readable & 0o444) >> 2 | 0o700)
    try syncFolder(path)
    let number = NewFolder.place(path, target)
    guard number == 0 else { throw FileFailure(number) }
    yice_let_go(slot, 0)
    slot = -1
    try syncFolder(folder(of: target))
  }

  /// - Returns: 0, or the number of the error: EEXIST where the name is taken.
  private static func place(_ path: String, _ name: String) -> Int32 {
    let number = yice_rename_exclusive(path, name)
    guard [ENOSYS, EINVAL, EOPNOTSUPP, EPERM].contains(number) else { return number }
    // An empty folder holds the name until the whole one replaces it.
    guard mkdir(name, 0o700) == 0 else { return errno }
    guard rename(path, name) != 0 else { return 0 }
    let problem = errno
    rmdir(name)
    return problem
  }
}
