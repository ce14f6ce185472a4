internal import FoundationEssentials

/// Base64 of RFC 4648, 4.
enum Base64 {
  static func text(_ bytes: [UInt8], padded: Bool = true) -> String {
    let text = Data(bytes).base64EncodedString()
    return padded ? text : String(text.prefix { $0 != "=" })
  }

  /// Columns of a line, in PEM as in an encrypted file's header.
  static let columns = 64

  /// The text in lines, all but the last full.
  static func lines(_ bytes: [UInt8], padded: Bool = true) -> [String] {
    let text = Array(Self.text(bytes, padded: padded).utf8)
    return stride(from: 0, to: text.count, by: columns).map { start in
      String(decoding: text[start..<min(start + columns, text.count)], as: UTF8.self)
    }
  }

  /// nil where the text is not what `text` writes: one content, one text.
  static func bytes(_ text: some StringProtocol, padded: Bool = true) -> [UInt8]? {
    let missing = padded ? 0 : (4 - text.utf8.count % 4) % 4
    guard let data = Data(base64Encoded: String(text) + String(repeating: "=", count: missing)) else {
      return nil
    }
    let bytes = [UInt8](data)
    return Base64.text(bytes, padded: padded) == String(text) ? bytes : nil
  }
}
