internal import CYice
internal import Glibc

/// A file under a name that nobody else has, which only its owner may read. It goes away with this value, and when the
/// program ends by a signal; only a program that is killed outright, or a power failure, leaves it.
package final class PrivateFile {
  package let path: String
  /// Open for writing as long as this value lives.
  package let descriptor: Int32
  private var slot: Int32
  private var stands = true

  /// - Throws: `FileFailure`.
  package init(in folder: String) throws {
    while true {
      // Hidden, and of one shape: what a power failure leaves can be told from people's files.
      let path = "\(folder)\(folder.hasSuffix("/") ? "" : "/").yice-\(PrivateFile.word()).part"
      let slot = yice_keep_track(path, 0)
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        self.slot = slot
        return
      }
      let number = errno
      yice_let_go(slot, 0)
      guard number == EEXIST || number == EINTR else { throw FileFailure(number) }
    }
  }

  deinit {
    discard()
    close(descriptor)
  }

  /// Adds bytes at the end.
  /// - Throws: `FileFailure`.
  package func write(_ bytes: UnsafeRawBufferPointer) throws {
    let number = writeAll(bytes, to: descriptor)
    guard number == 0 else { throw FileFailure(number) }
  }

  /// Takes the name away; whoever has it open goes on with it, and with the last of them it is gone.
  package func hide() { discard() }

  /// Removes it under the name, unless it has another by now.
  func discard() {
    guard stands else { return }
    stands = false
    if slot >= 0 {
      yice_let_go(slot, 1)
    } else {
      unlink(path)
      unlink(path + "-journal")
    }
  }

  /// Its name is another now.
  func release() {
    stands = false
    yice_let_go(slot, 0)
  }

  /// Sixteen digits that nobody else has.
  static func word() -> String {
    let word = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - word.utf8.count) + word
  }
}

/// Writes all of the bytes.
/// - Returns: 0, or the number of the error.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
  var rest = bytes
  while !rest.isEmpty {
    let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
    if written < 0 {
      if errno == EINTR { continue }
      return errno
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[written...])
  }
  return 0
}
