/// Small text work on cells: trimming, full-width to half-width, spaces inside names.
package enum Characters {
  /// The cell without white space and invisible marks at its ends.
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
    switch (byte, bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
    case (0xE2, let second, let third): return isBlankOrMark(second, third) ? 3 : 0
    default: return 0
    }
  }

  /// Of the characters U+2000 to U+2FFF: spaces of all widths, and marks that show nothing (zero width, direction).
  private static func isBlankOrMark(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0x80: (0x80...0x8F).contains(third) || (0xA8...0xAF).contains(third)
    case 0x81: third == 0x9F || (0xA0...0xAF).contains(third)
    default: false
    }
  }

  /// Marks that show nothing: they come along when text is copied from web pages and other programs.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }

  /// The text without marks that show nothing.
  package static func withoutMarks(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isMark) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isMark(scalar) { result.append(scalar) }
    return String(result)
  }

  /// Whether the cell holds full-width forms, zero-width characters or (where they matter) inner spaces.
  package static func needsTidying(_ cell: UnsafeBufferPointer<UInt8>, spaces: Bool) -> Bool {
    for index in cell.indices {
      let byte = cell[index]
      if byte < 0x80 {
        if spaces, byte <= 0x20 { return true }
        continue
      }
      // U+FEFF and U+FF01…U+FF5E are EF B?, U+3000 is E3 80 80, U+00A0 and U+00AD are C2 A? .
      if byte == 0xEF || byte == 0xC2 { return true }
      if byte == 0xE2, index + 2 < cell.count, isBlankOrMark(cell[index + 1], cell[index + 2]) { return true }
      if spaces, byte == 0xE3, index + 1 < cell.count, cell[index + 1] == 0x80 { return true }
    }
    return false
  }

  /// The cell as text with half-width forms and without any white space: for numbers, dates, codes, choices.
  package static func plain(_ cell: UnsafeBufferPointer<UInt8>) -> String {
    tidied(String(decoding: cell, as: UTF8.self))
  }

  /// The same of text.
  package static func tidied(_ text: String) -> String {
    var text = withoutMarks(halfWidth(text))
    text.removeAll { $0.isWhitespace || $0 == "\u{FFFD}" }
    return text
  }

  /// Full-width ASCII (U+FF01…U+FF5E) as its half-width forms, spaces of any width as one space.
  package static func halfWidth(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0x00A0, 0x2000...0x200A, 0x202F, 0x205F: result.append(" ")
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
