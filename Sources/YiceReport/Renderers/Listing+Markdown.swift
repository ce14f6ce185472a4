internal import YiceFormats

extension Listing {
  /// A table of GitHub Flavored Markdown, its title a heading.
  package var markdown: String {
    Listing.markdownHead(title: title, columns, rightAligned: columnsOfNumbers)
      + rows.map(Listing.markdownLine).joined()
  }

  /// Positions of the columns whose filled cells are all numbers.
  var columnsOfNumbers: Set<Int> {
    Set(
      columns.indices.filter { index in
        let filled = rows.lazy.map { $0[index] }.filter { $0 != .empty }
        return !filled.isEmpty && filled.allSatisfy { $0.shown.isNumber }
      })
  }

  /// Title, headings and the line below them.
  static func markdownHead(title: String?, _ columns: [Column], rightAligned: Set<Int>) -> String {
    (title.map { "## \(escaped($0))\n\n" } ?? "") + line(columns.map { escaped($0.label) })
      + line(columns.indices.map { rightAligned.contains($0) ? "---:" : "---" })
  }

  static func markdownLine(_ row: [Cell]) -> String { line(row.map { escaped($0.shown.description) }) }

  private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// Keeps a cell in its column and on its line, and its signs signs.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "*", "_", "`", "[", "]", "<", ">", "#", "~": result += "\\\(character)"
      case _ where character.isNewline: result += "<br>"
      default: result.append(character)
      }
    }
    return result
  }
}
