/// How much of a workbook is read before it is refused. The sizes of Excel's own sheets, and memory and time that an
/// office machine has.
package struct WorkbookLimits: Sendable {
  /// Columns of a sheet (Excel: XFD).
  package var columns = 16_384
  /// Rows of a sheet.
  package var rows = 1_048_576
  /// Cells of a sheet, empty ones before the last filled one of a row counted.
  package var cells = 100_000_000
  /// Bytes of XML of one sheet.
  package var sheetBytes = 1 << 30
  /// Bytes of XML of any other part but the shared strings.
  package var partBytes = 1 << 26
  /// Bytes of XML of the shared strings, and of the text kept from them.
  package var sharedStringBytes = 1 << 28
  /// Bytes of text of one row.
  package var rowBytes = 1 << 24
  /// How many times larger a part may get, once it is larger than ``ratioFloor``: a million empty formatted rows pack
  /// to a 350th, a bomb to a 1000th.
  package var ratio = 500
  /// Parts below this many bytes are never refused for their ratio.
  package var ratioFloor = 1 << 24
  /// Elements within elements.
  package var depth = 64
  /// Bytes of one XML tag.
  package var tagBytes = 1 << 20
  /// Bytes of an .xls file, which is held in memory.
  package var xlsBytes = 1 << 27
  /// Merged ranges that are kept.
  package var merges = 100_000

  /// The usual limits.
  package init() {}
}
