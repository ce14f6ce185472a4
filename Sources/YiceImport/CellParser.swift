internal import YiceStore

/// How one column of the sheet is read: an object, because a parser copied for each cell costs more than its work.
final class CellParser {
  /// Position in the sheet, from 0.
  let index: Int
  let heading: String
  let parser: ValueParser
  /// Position among the values.
  let slot: Int
  let meaning: HeadingMeaning?

  init(_ entry: ImportPlan.Entry, slot: Int, answers: [String: String]) {
    meaning = entry.meaning
    index = entry.index
    heading = entry.heading
    parser = ValueParser(entry.column, exponent: entry.exponent, answers: answers)
    self.slot = slot
  }
}
