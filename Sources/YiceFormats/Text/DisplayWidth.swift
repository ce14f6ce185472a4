/// The number of terminal columns a text takes.
///
/// East Asian wide and full-width characters and emoji take two, combining marks, format and
/// control characters none, all others, those of ambiguous width included, one.
package func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// The number of terminal columns a character as people see it takes.
func displayWidth(of character: Character) -> Int {
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
