/// Writes JSON values as text.
struct JSONText {
  private(set) var output = ""
  private let pretty: Bool

  init(pretty: Bool) {
    self.pretty = pretty
  }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .number(let value): output += value.isFinite ? shortestText(of: value) : "null"
    case .string(let value): write(value)
    case .array(let values):
      write(values, between: "[", and: "]", depth: depth) { text, value in
        text.write(value, depth: depth + 1)
      }
    case .object(let members):
      write(members, between: "{", and: "}", depth: depth) { text, member in
        text.write(member.0)
        text.output += text.pretty ? ": " : ":"
        text.write(member.1, depth: depth + 1)
      }
    }
  }

  private mutating func write<Element>(
    _ elements: [Element], between open: String, and close: String, depth: Int,
    _ body: (inout JSONText, Element) -> Void
  ) {
    output += open
    for (index, element) in elements.enumerated() {
      if index > 0 { output += "," }
      startLine(depth: depth + 1)
      body(&self, element)
    }
    if !elements.isEmpty { startLine(depth: depth) }
    output += close
  }

  private mutating func startLine(depth: Int) {
    guard pretty else { return }
    output += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func write(_ string: String) {
    output += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{8}": output += "\\b"
      case "\u{C}": output += "\\f"
      // Those that a terminal obeys as well: JSON may escape any character.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        let code = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - code.count) + code
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
