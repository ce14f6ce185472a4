/// Small text work on cells: trimming, full-width to half-width, spaces inside names.
package enum Characters {
  /// The cell without white space at its ends (ASCII, U+00A0, U+3000, U+FEFF).
  package static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    while start < end {
      let width = spaceWidth(bytes, at: start, end)
      if width == 0 { break }
      start += width
    }
    while end > start {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start >= 3, spaceWidth(bytes, at: end - 3, end) == 3 {
        end -= 3
      } else if end - start >= 2, spaceWidth(bytes, at: end - 2, end) == 2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// The text without white space at its ends, as above.
  package static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { String(decoding: $0[trimmed($0)], as: UTF8.self) }
  }

  private static func spaceWidth(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ end: Int) -> Int {
    let byte = bytes[index]
    if byte <= 0x20 { return 1 }
    if byte == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
    guard index + 2 < end else { return 0 }
    if byte == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 { return 3 }
    if byte == 0xEF, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return 3 }
    return 0
  }

  /// Whether the cell holds full-width forms, zero-width characters or (where they matter) inner spaces.
  package static func needsTidying(_ cell: UnsafeBufferPointer<UInt8>, spaces: Bool) -> Bool {
    for index in cell.indices {
      let byte = cell[index]
      if byte < 0x80 {
        if spaces, byte <= 0x20 { return true }
        continue
      }
      // U+FEFF and U+FF01…U+FF5E are EF B?, U+3000 is E3 80 80, U+200B is E2 80 8B.
      if byte == 0xEF { return true }
      if byte == 0xE2, index + 2 < cell.count, cell[index + 1] == 0x80, cell[index + 2] == 0x8B {
        return true
      }
      if spaces, byte == 0xE3, index + 1 < cell.count, cell[index + 1] == 0x80 { return true }
    }
    return false
  }

  /// The cell as text with half-width forms and without any white space: for numbers, dates, codes, choices.
  package static func plain(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    var text = halfWidth(String(decoding: cell, as: UTF8.self))
    text.removeAll { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" || $0 == "\u{FFFD}" }
    return text
  }

  /// Full-width ASCII (U+FF01…U+FF5E) and U+3000 as their half-width forms.
  package static func halfWidth(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// 王　芳 → 王芳; spaces beside Latin letters stay.
  package static func withoutSpacesBetweenHan(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isWhitespace {
        let before = result.last?.properties.isIdeographic ?? false
        let after = scalars[(index + 1)...].first { !$0.properties.isWhitespace }
        if before, after?.properties.isIdeographic ?? false { continue }
      }
      result.append(scalar)
    }
    return String(result)
  }
}
