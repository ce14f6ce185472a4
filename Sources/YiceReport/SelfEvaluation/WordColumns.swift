internal import YiceFormats

/// How wide the columns of a table in a document are, in twentieths of a point: no number breaks in two.
enum WordColumns {
  /// Between the margins of an A4 page.
  static let room = 9400
  /// Left and right in a cell.
  static let margin = 57
  /// Of a letter or digit of 9-point text, in the widest typeface that stands in for the named one; a Chinese character is
  /// two.
  private static let letter = 110
  /// Letters of a cell that stays on one line: 达标, 未达标.
  private static let short = 6

  /// - Parameter rows: the headings, then the rows.
  static func widths(_ rows: [[String]]) -> [Int] {
    let count = rows.first?.count ?? 0
    let least = (0..<count).map { column in space(rows.map { longestWord($0[column]) }.max() ?? 1) }
    let wished = (0..<count).map { column in
      // What is longer goes on in a second line.
      max(least[column], space(min(36, rows.map { displayWidth($0[column]) }.max() ?? 1)))
    }
    let (few, many) = (least.reduce(0, +), wished.reduce(0, +))
    guard many > room else { return wished.map { $0 * room / max(1, many) } }
    guard few < room else { return least.map { $0 * room / few } }
    return zip(least, wished).map { $0 + ($1 - $0) * (room - few) / (many - few) }
  }

  private static func space(_ letters: Int) -> Int { max(2, letters) * letter + 2 * margin }

  /// Letters of the longest piece that must not be broken: a number with its sign, unit and mark.
  private static func longestWord(_ text: String) -> Int {
    var longest = 1
    var word = 0
    for character in text {
      let isPart = !character.isWhitespace && (character.isASCII || "≥≤−％✓△✗".contains(character))
      word = isPart ? word + (character.isASCII ? 1 : 2) : 0
      longest = max(longest, word)
    }
    let whole = displayWidth(text)
    return min(max(longest, min(whole, 4), whole <= short ? whole : 0), 20)
  }
}
