/// A text encoding that school files come in.
package enum TextEncoding: String, CaseIterable, Sendable {
  case utf8
  case gb18030
  case utf16le
  case utf16be

  /// The name people know, such as `"UTF-8"`; also iconv's name.
  package var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .gb18030: "GB18030"
    case .utf16le: "UTF-16LE"
    case .utf16be: "UTF-16BE"
    }
  }

  /// Reads a user's word, such as `utf8`, `UTF-8`, `gbk` or `gb2312`; case, hyphens and underscores
  /// do not matter.
  ///
  /// GBK and GB2312 are read as GB18030, which contains both.
  ///
  /// - Returns: `nil` for a word that names no encoding known here.
  package init?(userWord: String) {
    switch userWord.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8bom", "utf8sig": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "936", "ansi": self = .gb18030
    case "utf16", "utf16le", "unicode": self = .utf16le
    case "utf16be": self = .utf16be
    default: return nil
    }
  }

  /// The bytes that mark this encoding at the start of a file.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .utf16le: [0xFF, 0xFE]
    case .utf16be: [0xFE, 0xFF]
    }
  }
}
