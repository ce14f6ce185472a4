internal import CYice

/// The text before the pieces of an encrypted file: its kind, a stanza a receiver, and a code over all of it.
struct EncryptionHeader {
  /// A header ends within so many bytes; thousands of receivers fit.
  private static let longest = 1 << 20
  private static let end = "---"

  let suite: EncryptionSuite
  let stanzas: [Stanza]
  private var mac: [UInt8] = []

  init(suite: EncryptionSuite, stanzas: [Stanza]) {
    self.suite = suite
    self.stanzas = stanzas
  }

  var isForPassphrase: Bool { stanzas.contains { $0.isPassphrase } }

  func bytes(fileKey: [UInt8]) -> [UInt8] {
    Array((text + " " + Base64.text(code(fileKey), padded: false) + "\n").utf8)
  }

  func fits(fileKey: [UInt8]) -> Bool {
    let own = code(fileKey)
    return own.count == 32 && mac.count == 32 && yice_equal(own, mac, 32) == 1
  }

  /// What the code is over.
  private var text: String { suite.mark + "\n" + stanzas.map(\.text).joined() + EncryptionHeader.end }

  private func code(_ fileKey: [UInt8]) -> [UInt8] {
    suite.mac(suite.key(fileKey, salt: [], info: "header"), Array(text.utf8))
  }

  /// - Returns: the header and how many bytes it takes; nil where the bytes do not begin with one that would be written
  ///   just so.
  static func read(_ bytes: [UInt8]) -> (header: EncryptionHeader, count: Int)? {
    var lines: [Substring] = []
    var start = 0
    while true {
      guard let next = bytes[start...].prefix(longest).firstIndex(of: 0x0A), next < longest else {
        return nil
      }
      let line = String(decoding: bytes[start..<next], as: UTF8.self)
      lines.append(line[...])
      start = next + 1
      if line.hasPrefix(end) { break }
    }
    guard let suite = EncryptionSuite.allCases.first(where: { $0.mark == lines[0] }), lines.count > 2,
      let last = lines.last, last.hasPrefix(end + " "),
      let mac = Base64.bytes(last.dropFirst(end.count + 1), padded: false), mac.count == 32
    else { return nil }
    var rest = lines[1..<(lines.count - 1)]
    var stanzas: [Stanza] = []
    while !rest.isEmpty {
      guard let stanza = Stanza(&rest) else { return nil }
      stanzas.append(stanza)
    }
    var header = EncryptionHeader(suite: suite, stanzas: stanzas)
    header.mac = mac
    // What cannot be read as text was replaced above, and does not come out the same.
    guard Array(header.text.utf8) + Array((last.dropFirst(end.count) + "\n").utf8) == Array(bytes[..<start])
    else {
      return nil
    }
    return (header, start)
  }
}
