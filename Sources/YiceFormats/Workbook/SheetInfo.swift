/// One sheet of a file, as its list of sheets names it.
package struct SheetInfo: Equatable, Sendable {
  /// Whether people see the sheet's tab.
  package enum Visibility: Equatable, Sendable { case visible, hidden }

  /// Position among the sheets, from 1.
  package var number: Int
  /// The tab's text; the file's name for a CSV file.
  package var name: String
  package var visibility: Visibility

  /// Creates a description.
  package init(number: Int, name: String, visibility: Visibility = .visible) {
    self.number = number
    self.name = name
    self.visibility = visibility
  }
}

/// Merged cells: rows and columns from 1, both ends included.
package struct CellRange: Equatable, Hashable, Sendable {
  package var rows: ClosedRange<Int>
  package var columns: ClosedRange<Int>

  /// Creates a range.
  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// What a person should know about a sheet that was read; complete once its last row was read.
package struct SheetRemarks: Equatable, Sendable {
  /// Hidden rows that had content; they were read like the others.
  package var hiddenRows = 0
  /// The first of them, from 1.
  package var firstHiddenRow: Int?
  /// Hidden columns, from 1, whether they have content or not; they are read like the others.
  package var hiddenColumns: [ClosedRange<Int>] = []

  /// So many runs of hidden columns are kept; a sheet has fewer.
  package static let hiddenRunLimit = 1000
  /// What stands in a cell whose formula no program has worked out yet: an empty cell would hide it.
  package static let uncalculated = "#未计算"
  /// What stands before a number of more than the 15 digits that a spreadsheet keeps of it.
  package static let lostDigits = "#数位丢失 "

  /// Nothing to say.
  package init() {}
}

/// A column's letters: 1 is A, 27 is AA.
package func columnLetters(_ column: Int) -> String {
  var rest = column
  var letters = ""
  while rest > 0 {
    rest -= 1
    letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
    rest /= 26
  }
  return letters
}

/// The column of its letters, from 1; nil where these are none of a sheet's.
package func columnNumber(letters: String) -> Int? {
  guard !letters.isEmpty, letters.utf8.count <= 3 else { return nil }
  var number = 0
  for letter in letters.utf8 {
    guard (0x41...0x5A).contains(letter) else { return nil }
    number = number * 26 + Int(letter) - 0x40
  }
  return number
}
