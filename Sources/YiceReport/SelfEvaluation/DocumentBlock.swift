/// A piece of a document for people to go on writing in.
enum DocumentBlock: Equatable {
  case title(String)
  case heading(level: Int, String)
  case paragraph(String)
  /// Left for a person to write: stands out, and says what belongs there.
  case toWrite(String)
  /// Where the figures above come from.
  case source(String)
  case table(caption: String, heads: [String], rows: [[String]])
}
