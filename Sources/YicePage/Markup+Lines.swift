internal import YiceReport

extension Markup {
  /// A text of several lines as it stands in a field; elsewhere `Markup` leaves out line breaks.
  static func lines(_ text: String) -> Markup {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      "\(String($0))" as Markup
    }
    return lines.dropFirst().reduce(lines.first ?? "") { $0 + "\n" + $1 }
  }
}
