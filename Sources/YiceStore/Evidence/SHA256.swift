internal import CYice

/// SHA-256 of bytes, as lower-case hex.
package enum SHA256 {
  package static func hex(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    bytes.withUnsafeBytes { yice_sha256($0.baseAddress, $0.count, &digest) }
    return digest.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }.joined()
  }
}
