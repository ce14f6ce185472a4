/// The number of terminal columns a text takes.
///
/// East Asian wide and full-width characters and emoji take two, combining marks, format and
/// control characters none, all others, those of ambiguous width included, one.
package func displayWidth(_ text: String) -> Int {
  (text.utf8.withContiguousStorageIfAvailable(plainWidth) ?? nil)
    ?? text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The width of a text of printable ASCII and common Chinese characters and punctuation, none of which joins with its
/// neighbours; nil for any other text.
/// - Parameter bytes: well-formed UTF-8.
func plainWidth(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var width = 0
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case 0x20..<0x7F:
      width += 1
      index += 1
    // U+4000 to U+9FFF.
    case 0xE4...0xE9:
      width += 2
      index += 3
    // U+3000 to U+3029: 、。〈〉《》「」…
    case 0xE3 where bytes[index + 1] == 0x80 && bytes[index + 2] < 0xAA:
      width += 2
      index += 3
    // U+FF01 to U+FF3F: ！（），：；？…
    case 0xEF where bytes[index + 1] == 0xBC && bytes[index + 2] > 0x80:
      width += 2
      index += 3
    default: return nil
    }
  }
  return width
}

/// The number of terminal columns a character as people see it takes.
package func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  // U+FE0F asks for the emoji form of a sign that also has a text form.
  if scalars.count > 1 && scalars.contains("\u{FE0F}") { return 2 }
  for scalar in scalars {
    let width = displayWidth(of: scalar)
    if width > 0 { return width }
  }
  return 0
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  if (0x20..<0x7F).contains(scalar.value) { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
    return 0
  default:
    return isEastAsianWide(scalar) ? 2 : 1
  }
}
