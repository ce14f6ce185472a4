package import YiceSign

/// Who signs a file that is packed.
package struct Signer: Sendable {
  package let key: PrivateKey
  /// The name that the file is packed under; it may travel under another.
  package var fileName: String

  package init(_ key: PrivateKey, fileName: String = "") {
    self.key = key
    self.fileName = fileName
  }

  /// The same for a file of that name.
  package func naming(_ fileName: String) -> Signer { Signer(key, fileName: fileName) }
}
