internal import Glibc

/// Why a file could not be made. Each room says it in the words of its own errors.
package struct FileFailure: Error, Equatable, Sendable {
  package enum Kind: Sendable {
    /// Something stands under the name already.
    case exists
    case noFolder
    case readOnly
    case full
    /// What stands under the name is a folder, a pipe or a device.
    case notPlain
    case other
  }

  package let kind: Kind
  /// In Chinese.
  package let reason: String

  init(_ number: Int32) {
    reason = systemReason(number)
    kind =
      switch number {
      case EEXIST: .exists
      case ENOENT, ENOTDIR: .noFolder
      case EACCES, EPERM, EROFS: .readOnly
      case ENOSPC, EDQUOT, EFBIG: .full
      case EISDIR: .notPlain
      default: .other
      }
  }

  private init(kind: Kind, reason: String) {
    self.kind = kind
    self.reason = reason
  }

  static let notPlain = FileFailure(kind: .notPlain, reason: "不是普通文件")
}
