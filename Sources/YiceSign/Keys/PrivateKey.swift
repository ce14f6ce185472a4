package import YiceModel

/// A key as its holder has it: what signs, and what opens.
package struct PrivateKey: Sendable {
  package let publicKey: PublicKey
  /// nil where the key was only taken to open with, or to sign.
  let signing: CryptoKey?
  let opening: CryptoKey?

  /// A new one.
  /// - Throws: `SignError.failed` where the system gives no random bytes.
  package init(holderCode: String, role: Role, algorithm: KeyAlgorithm) throws(SignError) {
    guard let signing = CryptoKey(new: algorithm.signing), let opening = CryptoKey(new: algorithm.encryption)
    else {
      throw .failed("生成密钥")
    }
    self.init(holderCode: holderCode, role: role, algorithm: algorithm, signing: signing, opening: opening)
  }

  init(_ publicKey: PublicKey, signing: CryptoKey?, opening: CryptoKey?) {
    self.publicKey = publicKey
    self.signing = signing
    self.opening = opening
  }

  init(holderCode: String, role: Role, algorithm: KeyAlgorithm, signing: CryptoKey, opening: CryptoKey) {
    publicKey = PublicKey(
      holderCode: holderCode, role: role, algorithm: algorithm, signing: signing,
      recipient: Recipient(key: opening).text)
    self.signing = signing
    self.opening = opening
  }

  /// - Throws: `SignError.failed`.
  package func sign(_ text: String) throws(SignError) -> [UInt8] {
    guard let signature = signing?.sign(Array(text.utf8)) else { throw .failed("签名") }
    return signature
  }
}
