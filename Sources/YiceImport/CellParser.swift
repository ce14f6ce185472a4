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
  /// An empty cell leaves the row what it holds without the column: there is nothing to parse.
  let emptyIsDefault: Bool

  init(_ entry: ImportPlan.Entry, slot: Int, answers: [String: String]) {
    meaning = entry.meaning
    index = entry.index
    heading = entry.heading
    parser = ValueParser(entry.column, exponent: entry.exponent, answers: answers)
    self.slot = slot
    let column = entry.column
    emptyIsDefault =
      (column.emptyAllowedInKey || !column.required) && column.name != "org_code"
      && column.name != "school_year"
  }
}
