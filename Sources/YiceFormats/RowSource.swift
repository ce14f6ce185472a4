/// A sheet that is read row by row from its start: a CSV file, a worksheet of a workbook.
///
/// A class, because a source is a cursor that owns an open file.
package protocol RowSource: AnyObject {
  /// The file's name, for messages.
  var sourceName: String { get }

  /// The worksheet's name; `nil` for a file that has only one.
  var sheetName: String? { get }

  /// The text encoding of the file as people know it, such as `"UTF-8"` or `"GB18030"`; the kind of workbook.
  var encodingName: String { get }

  /// Whether a row may have fewer cells than the headings because its last ones are empty, as in workbooks.
  var leavesOutEmptyCells: Bool { get }

  /// Whether the workbook counts days from 1904, so that a number in a column of dates is another day.
  var uses1904: Bool { get }

  /// What else there is to say about the sheet, once all rows are read.
  var remarks: SheetRemarks { get }

  /// Reads the next row, blank rows included.
  ///
  /// - Parameter row: receives the row; its previous content is lost.
  /// - Returns: `false` at the end of the sheet.
  /// - Throws: an error whose description tells the reader what is wrong with the file, and where.
  func next(into row: inout SheetRow) throws -> Bool
}

extension RowSource {
  package var sheetName: String? { nil }
  package var leavesOutEmptyCells: Bool { false }
  package var uses1904: Bool { false }
  package var remarks: SheetRemarks { SheetRemarks() }
}
