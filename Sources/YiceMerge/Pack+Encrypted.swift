internal import FoundationEssentials
internal import YiceFiles
package import YiceSign
package import YiceStore

extension Pack {
  /// The same, encrypted: what is not never lies on a disk.
  /// - Parameter receivers: who can open it.
  /// - Throws: `StoreError`, `MergeRefusal`, `SignError`.
  @discardableResult
  package static func pack(
    _ file: YiceFile, to path: String, for receivers: EncryptedFile.Receivers, replacing: Bool,
    largestEvidence: Int? = nil, signer: Signer? = nil
  ) throws -> (count: Int, bytes: Int) {
    let copy = TemporaryCopy(inMemory: true)
    let left = try pack(
      file, to: copy.path, replacing: false, largestEvidence: largestEvidence, signer: signer)
    let packed = withExtendedLifetime(copy) { try? Data(contentsOf: URL(filePath: copy.path)) }
    guard let plain = packed else { throw StoreError.notFound(copy.path) }
    let sealed = try EncryptedFile.encrypt([UInt8](plain), for: receivers)
    try StoreError.making(path) {
      let file = try NewFile(for: path, replacing: replacing)
      try sealed.withUnsafeBytes { try file.write($0) }
      try file.publish()
    }
    return left
  }
}
