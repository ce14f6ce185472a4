internal import CYice
internal import Glibc

/// A folder for working copies among the temporary files, which only its owner may enter. It goes away, with the files
/// in it, with this value, and when the program ends by a signal.
package final class PrivateFolder: Sendable {
  package let path: String
  private let slot: Int32

  /// - Parameter inMemory: where memory is the disk, if the system has such a place.
  /// - Throws: `FileFailure`.
  package init(inMemory: Bool = false) throws {
    let place = inMemory && access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : temporaryFolder
    var template = Array("\(place)/yice-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw FileFailure(errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    slot = yice_keep_track(path, 1)
    // What nobody would take away is not begun.
    guard slot >= 0 else {
      rmdir(path)
      throw FileFailure(EMFILE)
    }
  }

  deinit { yice_let_go(slot, 1) }
}

/// Where temporary files go.
package var temporaryFolder: String {
  let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
  return named.isEmpty ? "/tmp" : named
}
