/// Text on its way to a terminal: what a terminal would obey instead of showing is shown as a sign for it.
///
/// Controls below U+0020 and DEL become their pictures (ESC is ␛), the controls of C1, the marks that turn the direction
/// of the text after them, and the separators of lines and paragraphs their code (`\u{202E}`). A newline and a tab stay:
/// whoever puts a text on one line asks for that (`onOneLine`). Decision 0095.
package enum HarmlessText {
  /// - Parameter bytes: UTF-8.
  /// - Returns: nil when all of it shows itself.
  package static func rewritten(_ bytes: UnsafeRawBufferPointer, oneLine: Bool = false) -> [UInt8]? {
    guard var next = firstObeyed(bytes, from: 0, oneLine) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var start = 0
    while true {
      result.append(contentsOf: bytes[start..<next.at])
      result.append(contentsOf: sign(next.code, oneLine).utf8)
      start = next.at + next.length
      guard let later = firstObeyed(bytes, from: start, oneLine) else { break }
      next = later
    }
    result.append(contentsOf: bytes[start...])
    return result
  }

  /// Gives the bytes on, with signs for what a terminal would obey.
  package static func showing(_ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) {
    guard let harmless = rewritten(bytes) else { return body(bytes) }
    harmless.withUnsafeBytes(body)
  }

  /// The text with signs for what a terminal would obey; newlines, too, when it is to stand on one line.
  package static func shown(_ text: String, oneLine: Bool = false) -> String {
    var text = text
    return text.withUTF8 { bytes in
      rewritten(UnsafeRawBufferPointer(bytes), oneLine: oneLine).map { String(decoding: $0, as: UTF8.self) }
    } ?? text
  }

  private struct Obeyed {
    let at: Int
    let length: Int
    let code: UInt32
  }

  private static func firstObeyed(_ bytes: UnsafeRawBufferPointer, from: Int, _ oneLine: Bool) -> Obeyed? {
    var index = from
    let end = bytes.count
    while index < end {
      switch bytes[index] {
      case 0x0D where index + 1 < end && bytes[index + 1] == 0x0A:
        return Obeyed(at: index, length: 2, code: 0x0A)
      case 0x0A, 0x09:
        if oneLine { return Obeyed(at: index, length: 1, code: UInt32(bytes[index])) }
      case 0..<0x20, 0x7F: return Obeyed(at: index, length: 1, code: UInt32(bytes[index]))
      // U+0080 to U+009F.
      case 0xC2 where index + 1 < end && bytes[index + 1] < 0xA0:
        return Obeyed(at: index, length: 2, code: UInt32(bytes[index + 1]))
      // U+2028 to U+202E, U+2066 to U+2069.
      case 0xE2 where index + 2 < end:
        let last = bytes[index + 2]
        switch bytes[index + 1] {
        case 0x80 where (0xA8...0xAE).contains(last):
          return Obeyed(at: index, length: 3, code: 0x2000 + UInt32(last) - 0x80)
        case 0x81 where (0xA6...0xA9).contains(last):
          return Obeyed(at: index, length: 3, code: 0x2040 + UInt32(last) - 0x80)
        default: break
        }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func sign(_ code: UInt32, _ oneLine: Bool) -> String {
    switch code {
    case 0x0A: oneLine ? "⏎" : "\n"
    case 0x0D: "⏎"
    case 0x85 where oneLine, 0x2028 where oneLine, 0x2029 where oneLine: "⏎"
    case 0..<0x20: Unicode.Scalar(0x2400 + code).map(String.init) ?? ""
    case 0x7F: "␡"
    default: "\\u{\(String(code, radix: 16, uppercase: true))}"
    }
  }
}

extension String {
  /// The text for one line of a message: newlines as ⏎, and nothing in it that a terminal would obey.
  package var onOneLine: String { HarmlessText.shown(self, oneLine: true) }
}
