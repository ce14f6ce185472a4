internal import YiceFormats

extension Listing {
  /// A table of GitHub Flavored Markdown, its title a heading.
  package var markdown: String {
    var text = title.map { "## \(Listing.escaped($0))\n\n" } ?? ""
    text += Listing.line(columns.map { Listing.escaped($0.label) })
    text += Listing.line(
      columns.indices.map { index in
        let filled = rows.map { $0[index] }.filter { $0 != .empty }
        return !filled.isEmpty && filled.allSatisfy { $0.shown.isNumber } ? "---:" : "---"
      })
    for row in rows { text += Listing.line(row.map { Listing.escaped($0.shown.description) }) }
    return text
  }

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
