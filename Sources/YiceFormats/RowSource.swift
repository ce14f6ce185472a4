/// A sheet that is read row by row from its start: a CSV file, a worksheet of a workbook.
///
/// A class, because a source is a cursor that owns an open file.
package protocol RowSource: AnyObject {
  /// The file's name, for messages.
  var sourceName: String { get }

  /// The text encoding of the file as people know it, such as `"UTF-8"` or `"GB18030"`.
  var encodingName: String { get }

  /// Reads the next row, blank rows included.
  ///
  /// - Parameter row: receives the row; its previous content is lost.
  /// - Returns: `false` at the end of the sheet.
  /// - Throws: an error whose description tells the reader what is wrong with the file, and where.
  func next(into row: inout SheetRow) throws -> Bool
}
