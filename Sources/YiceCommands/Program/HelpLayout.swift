internal import YiceFormats

#if canImport(Glibc)
  internal import Glibc
#endif

/// Lays the lists of a command's help out again: the parser counts characters, a terminal counts Chinese twice.
/// Decision 0111.
enum HelpLayout {
  /// What the parser is told to break lines at: never, for it would break them by characters.
  static let unbroken = 100_000

  private static let lists: Set<String> = ["ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:"]
  /// Where the parser begins the second column, in characters.
  private static let parserColumn = 26
  /// A longer first column stands on a line of its own.
  private static let widestLabel = 30

  /// - Parameter width: terminal columns to break at; nil: lines are not broken.
  static func aligned(_ help: String, width: Int?) -> String {
    var result: [String] = []
    var list: [(label: String, text: String)]?
    for line in help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let entries = list, line.hasPrefix("  ") {
        list = entries + [entry(line)]
        continue
      }
      if let entries = list { result += lines(of: entries, width: width) }
      list = lists.contains(line) ? [] : nil
      result.append(line)
    }
    if let list { result += lines(of: list, width: width) }
    return result.joined(separator: "\n")
  }

  private static func entry(_ line: String) -> (label: String, text: String) {
    let label = line.prefix(parserColumn)
    // A label that reaches into the second column has its text on the next line.
    guard label.count < parserColumn || label.hasSuffix(" ") else { return (trimmed(Substring(line)), "") }
    return (trimmed(label), trimmed(line.dropFirst(parserColumn)))
  }

  private static func lines(of entries: [(label: String, text: String)], width: Int?) -> [String] {
    let widths = entries.map { displayWidth($0.label) }
    let column = 2 + (widths.filter { $0 <= widestLabel }.max() ?? 0) + 2
    let indent = String(repeating: " ", count: column)
    return entries.flatMap { label, text in
      let room = width.map { max(20, $0 - column) }
      let texts = room.map { broken(text, at: $0) } ?? [text]
      let head = "  " + label
      var lines = texts.map { $0.isEmpty ? "" : indent + $0 }.filter { !$0.isEmpty }
      guard !label.isEmpty else { return lines }
      guard displayWidth(head) + 2 <= column, let first = lines.first else { return [head] + lines }
      lines[0] = head + String(repeating: " ", count: column - displayWidth(head)) + first.dropFirst(column)
      return lines
    }
  }

  /// Chinese may break between any two characters, but no line begins with a mark that ends something; a word of
  /// Latin letters stays whole.
  private static func broken(_ text: String, at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var breakable = ""  // What is on the line up to the last place where it may end.
    for character in text {
      if displayWidth(line) + displayWidth(of: character) > width, !line.isEmpty,
        !"，。；：、）”？！".contains(character)
      {
        let kept = breakable.isEmpty ? line : breakable
        lines.append(kept)
        line = trimmed(line.dropFirst(kept.count))
        breakable = ""
      }
      line.append(character)
      if !character.isASCII || character == " " { breakable = line }
    }
    return lines + [line]
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }

  /// Columns of the terminal that the help goes to; nil where it goes elsewhere.
  static var terminalWidth: Int? {
    var size = winsize()
    guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
