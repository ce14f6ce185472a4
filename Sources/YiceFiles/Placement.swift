internal import CYice
internal import Glibc

/// How a file gets a name that nobody may have yet, best way first: not every disk knows each.
package enum Placement: CaseIterable, Sendable {
  /// In one step.
  case rename
  /// A second name, and the first taken away.
  case link
  /// An empty file holds the name until the whole one replaces it.
  case claim

  /// - Returns: 0, or the number of the error: EEXIST where the name is taken.
  package static func place(_ path: String, _ name: String) -> Int32 {
    var number = ENOSYS
    for way in allCases {
      number = way.place(path, name)
      guard [ENOSYS, EINVAL, EOPNOTSUPP, EPERM, EMLINK].contains(number) else { return number }
    }
    return number
  }

  package func place(_ path: String, _ name: String) -> Int32 {
    switch self {
    case .rename: return yice_rename_exclusive(path, name)
    case .link:
      guard Glibc.link(path, name) == 0 else { return errno }
      unlink(path)
      return 0
    case .claim:
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { return errno }
      close(descriptor)
      guard Glibc.rename(path, name) != 0 else { return 0 }
      let number = errno
      unlink(name)
      return number
    }
  }
}
