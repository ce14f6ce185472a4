/// Fields of a form or a query, in the order in which they were sent (application/x-www-form-urlencoded).
struct FormFields: Sendable {
  let list: [(name: String, value: String)]

  init(_ text: some StringProtocol) {
    list = text.utf8.split(separator: UInt8(ascii: "&")).map { pair in
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      return (FormFields.decoded(parts[0]), parts.count > 1 ? FormFields.decoded(parts[1]) : "")
    }
  }

  init(_ bytes: [UInt8]) { self.init(String(decoding: bytes, as: UTF8.self)) }

  /// The first field of that name.
  subscript(name: String) -> String? { list.first { $0.name == name }?.value }

  /// One that is there and not empty.
  func filled(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

  static func decoded(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        if rest.count >= 2, let high = digit(rest[rest.startIndex]),
          let low = digit(rest[rest.startIndex + 1])
        {
          bytes.append(high << 4 | low)
          rest = rest.dropFirst(2)
        } else {
          bytes.append(byte)
        }
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  /// A word as it stands in an address.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// `?a=1&b=2` of those that have a value; nothing where none has.
  static func query(_ pairs: [(String, String?)]) -> String {
    let parts = pairs.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}
