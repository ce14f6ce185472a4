internal import FoundationEssentials
internal import YiceFiles
package import YiceSign
internal import YiceStore

/// Opens encrypted mail with the keys at hand, or a passphrase. What is within is only ever written where memory is the
/// disk, as far as the system has such a place, and goes away with its reader.
package struct MailOpener: Sendable {
  private let keys: [PrivateKey]
  private let passphrase: String?

  package init(keys: [PrivateKey] = [], passphrase: String? = nil) {
    self.keys = keys
    self.passphrase = passphrase
  }

  package static func isEncrypted(_ path: String) -> Bool {
    EncryptedFile.isOne(firstBytes(of: path, count: 64))
  }

  /// Whether a passphrase opens it, rather than a key.
  package static func wantsPassphrase(_ path: String) -> Bool {
    EncryptedFile.wantsPassphrase(firstBytes(of: path, count: 4096))
  }

  /// The file within.
  /// - Throws: `SignError`, `MergeRefusal.tooLarge`, `StoreError`.
  func open(_ path: String, name: String, limit: Int) throws -> TemporaryCopy {
    let url = URL(filePath: path)
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    guard size <= limit else { throw MergeRefusal.tooLarge(name, bytes: size, limit: limit) }
    guard let sealed = try? Data(contentsOf: url) else { throw StoreError.notFound(path) }
    let bytes = [UInt8](sealed)
    let isForKeys = passphrase == nil || !EncryptedFile.wantsPassphrase(bytes)
    let plain =
      try isForKeys
      ? EncryptedFile.decrypt(bytes, name: name, keys: keys)
      : EncryptedFile.decrypt(bytes, name: name, passphrase: passphrase ?? "")
    let copy = TemporaryCopy(inMemory: true, name: Mail.withoutEnding(name))
    try StoreError.making(copy.path) {
      let file = try NewFile(for: copy.path, replacing: false, isPrivate: true)
      try plain.withUnsafeBytes { try file.write($0) }
      try file.publish()
    }
    return copy
  }
}

/// A received file as it can be read, encrypted or not; what was made for that goes away with it.
package struct ReceivedFile {
  package let path: String
  private let copy: TemporaryCopy?

  /// - Throws: as `MailOpener.open`.
  package init(_ path: String, _ opener: MailOpener) throws {
    copy =
      MailOpener.isEncrypted(path)
      ? try opener.open(path, name: fileName(of: path), limit: UntrustedFile.Limits().size) : nil
    self.path = copy?.path ?? path
  }
}

/// Names of encrypted files: that of the file within, and an ending.
package enum Mail {
  package static let endings = [false: ".age", true: ".sm"]

  /// - Parameter isSM: encrypted with 国密.
  package static func encrypted(_ name: String, isSM: Bool) -> String { name + (endings[isSM] ?? ".age") }

  static func withoutEnding(_ name: String) -> String {
    let ending = endings.values.first { name.hasSuffix($0) }
    let plain = ending.map { String(name.dropLast($0.count)) } ?? name
    return plain.hasSuffix(".db") ? plain : plain + ".db"
  }
}
