/// HTML or SVG that is safe to print: what a literal holds is ours, whatever is put into it is escaped.
///
///     let row: Markup = "<td>\(school.name)</td>"
/// Decision 0050.
package struct Markup: Sendable, Equatable {
  package private(set) var text: String

  package init(_ parts: [Markup] = []) { text = parts.map(\.text).joined() }

  /// Text that comes from nowhere but this program's own source.
  package init(trusted text: String) { self.text = text }

  package static func + (left: Markup, right: Markup) -> Markup { Markup(trusted: left.text + right.text) }

  package static func += (left: inout Markup, right: Markup) { left.text += right.text }
}

extension Markup {
  /// Characters that a reader sees: those between tags.
  var letters: Int {
    var (count, isInTag) = (0, false)
    for scalar in text.unicodeScalars {
      if scalar == "<" { isInTag = true } else if !isInTag { count += 1 }
      if scalar == ">" { isInTag = false }
    }
    return count
  }
}

// MARK: - ExpressibleByStringInterpolation

extension Markup: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { text = value }

  package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount * 12)
    }

    package mutating func appendLiteral(_ literal: String) { text += literal }

    package mutating func appendInterpolation(_ value: String) { Markup.escape(value, into: &text) }

    package mutating func appendInterpolation(_ value: Int) { text += String(value) }

    /// A length or position, with at most one decimal.
    package mutating func appendInterpolation(_ value: Double) { text += Markup.coordinate(value) }

    package mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

    package mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { text += part.text } }
  }
}

// MARK: - Escaping

extension Markup {
  /// Text of several lines, as a `textarea` holds it: elsewhere the end of a line is a space.
  package static func lines(_ text: String) -> Markup {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { line in
      var escaped = ""
      escape(String(line), into: &escaped)
      return escaped
    }
    return Markup(trusted: lines.joined(separator: "\n"))
  }

  /// Escapes for content and for attributes in either quote. Control characters, and those that turn the direction
  /// of writing, are left out: no name needs them, and they can disguise one.
  fileprivate static func escape(_ value: String, into text: inout String) {
    let isPlain = value.utf8.allSatisfy { byte in
      switch byte {
      case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x60, 0x7F, 0xC2, 0xE2, 0xEF: false
      default: byte >= 0x20
      }
    }
    guard !isPlain else {
      text += value
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      case "`": text += "&#96;"
      case "\n", "\r", "\t": text += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
      case "\u{FFFE}", "\u{FFFF}": break
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  /// At most one decimal; what is no number stands at 0.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
  }
}
