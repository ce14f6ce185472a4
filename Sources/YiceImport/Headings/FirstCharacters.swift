/// The first characters of some words, by their bytes: whether a cell may hold one of them is known without making a text of it, as
/// each row of a large sheet is asked.
struct FirstCharacters: Sendable {
  private let known: Set<UInt32>

  init(_ words: some Sequence<String>) {
    known = Set(
      words.compactMap { word in
        let bytes = Array(word.utf8.prefix(3))
        return bytes.count == 3 && bytes[0] >= 0xE0
          ? FirstCharacters.packed(bytes[0], bytes[1], bytes[2]) : nil
      })
  }

  /// Whether one of the words may begin at the first letter of the cell.
  func mayBegin(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.count >= 3 && known.contains(FirstCharacters.packed(cell[0], cell[1], cell[2]))
  }

  /// Whether one of them may stand anywhere in it.
  func mayBeIn(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 3 else { return false }
    return (0..<cell.count - 2).contains { index in
      cell[index] >= 0xE0
        && known.contains(FirstCharacters.packed(cell[index], cell[index + 1], cell[index + 2]))
    }
  }

  private static func packed(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first) << 16 | UInt32(second) << 8 | UInt32(third)
  }
}
