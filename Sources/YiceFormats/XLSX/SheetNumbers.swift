/// The column of `AB12`, from 1; `nil` when it does not begin with up to three letters.
@inline(__always)
func columnNumber(_ reference: UnsafePointer<CChar>) -> Int? {
  var column = 0
  var index = 0
  while index < 4 {
    let letter = UInt8(bitPattern: reference[index]) & 0xDF
    guard letter >= 0x41, letter <= 0x5A else { break }
    column = column * 26 + Int(letter - 0x40)
    index += 1
  }
  return index == 0 || index == 4 ? nil : column
}

/// A value as pretty-printed XML has it, with line breaks around.
@inline(__always)
func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
  guard let first = text.first, let last = text.last, first <= 0x20 || last <= 0x20 else { return text }
  let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
  let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
  return UnsafeBufferPointer(rebasing: text[start..<end])
}

/// A number of up to nine digits, with spaces around.
@inline(__always)
func decimal(_ text: UnsafePointer<CChar>) -> Int? {
  var value = 0
  var index = 0
  var text = text
  while text[0] == 0x20 { text += 1 }
  while text[index] != 0 {
    if text[index] == 0x20, index > 0 { break }
    let digit = UInt8(bitPattern: text[index]) &- 0x30
    guard digit < 10, index < 9 else { return nil }
    value = value * 10 + Int(digit)
    index += 1
  }
  return index == 0 ? nil : value
}

@inline(__always)
func decimal(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  var value = 0
  guard text.count <= 9 else { return nil }
  for byte in text {
    let digit = byte &- 0x30
    guard digit < 10 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}
