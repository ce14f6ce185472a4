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

  /// - Parameters:
  ///   - decimals: most digits behind the point; a value that is still to be scaled may have more.
  ///   - uses1904: bare numbers of days are counted from 1904.
  init(
    _ entry: ImportPlan.Entry, slot: Int, answers: [String: String], decimals: Int = 4, uses1904: Bool = false
  ) {
    meaning = entry.meaning
    index = entry.index
    heading = entry.heading
    parser = ValueParser(
      entry.column, exponent: entry.exponent, answers: answers, decimals: decimals,
      uses1904: uses1904)
    self.slot = slot
    let column = entry.column
    emptyIsDefault =
      (column.emptyAllowedInKey || !column.required) && column.name != "org_code"
      && column.name != "school_year"
  }
}
