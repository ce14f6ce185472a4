internal import FoundationEssentials
internal import YiceFiles
package import YiceSign
package import YiceStore

extension Pack {
  /// The same, encrypted.
  /// - Parameter receivers: who can open it.
  /// - Throws: `StoreError`, `MergeRefusal`, `SignError`.
  @discardableResult
  package static func pack(
    _ file: YiceFile, to path: String, for receivers: EncryptedFile.Receivers, replacing: Bool,
    largestEvidence: Int? = nil, signer: Signer? = nil
  ) throws -> (count: Int, bytes: Int) {
    try Mail.encrypt(to: path, for: receivers, replacing: replacing) {
      try pack(file, to: $0, replacing: false, largestEvidence: largestEvidence, signer: signer)
    }
  }
}

extension Extract {
  /// The extract of one school, encrypted.
  /// - Throws: `StoreError`, `SignError`.
  package static func write(
    _ file: YiceFile, school: String, to path: String, for receivers: EncryptedFile.Receivers,
    signer: Signer? = nil
  ) throws {
    try Mail.encrypt(to: path, for: receivers, replacing: true) {
      try write(file, school: school, to: $0, signer: signer)
    }
  }
}

extension Mail {
  /// Writes an encrypted file; what is within never lies on a disk, as far as the system has memory for files.
  /// - Parameter make: writes what is within to the path.
  fileprivate static func encrypt<Made>(
    to path: String, for receivers: EncryptedFile.Receivers, replacing: Bool, _ make: (String) throws -> Made
  ) throws -> Made {
    let copy = TemporaryCopy(inMemory: true)
    let made = try make(copy.path)
    let written = withExtendedLifetime(copy) { try? Data(contentsOf: URL(filePath: copy.path)) }
    guard let plain = written else { throw StoreError.notFound(copy.path) }
    let sealed = try EncryptedFile.encrypt([UInt8](plain), for: receivers)
    try StoreError.making(path) {
      let file = try NewFile(for: path, replacing: replacing)
      try sealed.withUnsafeBytes { try file.write($0) }
      try file.publish()
    }
    return made
  }
}
