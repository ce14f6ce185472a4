internal import FoundationEssentials
internal import YiceFiles
internal import YiceModel

/// The file in which a holder keeps a key: the public line, then two private keys in PKCS #8 (the one that signs, the one
/// that opens), encrypted where there is a passphrase. `openssl pkey -in` reads the first. Decision 0180.
package struct KeyFile: Sendable {
  /// Larger ones are no key files.
  private static let most = 64 << 10

  package let path: String
  package let publicKey: PublicKey
  private let blocks: [String]

  /// - Throws: `SignError`.
  package init(_ path: String) throws(SignError) {
    guard let text = KeyFile.text(of: path) else { throw .notFound(path) }
    let blocks = KeyFile.blocks(text)
    guard let publicKey = PublicKey(text: text), blocks.count == 2 else { throw .notAKeyFile(path) }
    self.path = path
    self.publicKey = publicKey
    self.blocks = blocks
  }

  package var needsPassphrase: Bool { blocks[0].contains("ENCRYPTED") }

  /// What a key is taken for; each half costs its own passphrase.
  package enum Use: Sendable { case signing, opening }

  /// - Parameter passphrase: asked for where the file needs one.
  /// - Throws: `SignError`, and what asking throws.
  package func open(for use: Use, _ passphrase: () throws -> String) throws -> PrivateKey {
    let word = needsPassphrase ? try passphrase() : nil
    let found: CryptoKey?
    do { found = try CryptoKey(pem: blocks[use == .signing ? 0 : 1], passphrase: word) } catch {
      throw SignError.noMemory(path)
    }
    guard let key = found else {
      throw needsPassphrase ? SignError.wrongPassphrase(path) : SignError.notAKeyFile(path)
    }
    let fits =
      use == .signing
      ? key.publicBytes == publicKey.signing : Recipient(key: key).text == publicKey.recipient
    guard fits else { throw SignError.notAKeyFile(path) }
    return PrivateKey(publicKey, signing: use == .signing ? key : nil, opening: use == .opening ? key : nil)
  }

  /// Writes a key for its holder's eyes alone.
  /// - Throws: `SignError`.
  package static func write(_ key: PrivateKey, to path: String, passphrase: String?) throws(SignError) {
    guard let signing = key.signing?.pem(passphrase: passphrase),
      let opening = key.opening?.pem(passphrase: passphrase)
    else { throw .failed("保存密钥") }
    try write(key.publicKey.line + "\n" + signing + opening, to: path, isPrivate: true)
  }

  /// - Throws: `SignError.cannotWrite`.
  package static func write(_ text: String, to path: String, isPrivate: Bool) throws(SignError) {
    do {
      let file = try NewFile(for: path, replacing: false, isPrivate: isPrivate)
      try Array(text.utf8).withUnsafeBytes { try file.write($0) }
      try file.publish()
    } catch let error as FileFailure {
      throw .cannotWrite(path, reason: error.reason)
    } catch {
      throw .cannotWrite(path, reason: "\(error)")
    }
  }

  /// Gives a file another name, before its ending, so that a new one can take its place.
  /// - Throws: `SignError.cannotWrite`.
  package static func setAside(_ path: String, _ mark: String) throws(SignError) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let name = fileName(of: path)
    let ending = name.lastIndex(of: ".").map { name[$0...] } ?? ""
    do {
      try FileManager.default.moveItem(atPath: path, toPath: path.dropLast(ending.count) + mark + ending)
    } catch {
      throw .cannotWrite(path, reason: "改不了名")
    }
  }

  /// The text of a small file.
  package static func text(of path: String) -> String? {
    guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= most else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  private static func blocks(_ text: String) -> [String] {
    var blocks: [String] = []
    var block = ""
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("-----BEGIN "), line.contains("PRIVATE KEY") {
        block = ""
      } else if block.isEmpty {
        continue
      }
      block += line + "\n"
      if line.hasPrefix("-----END ") {
        blocks.append(block)
        block = ""
      }
    }
    return blocks
  }
}
