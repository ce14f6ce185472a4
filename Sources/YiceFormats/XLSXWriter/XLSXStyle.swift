/// How a cell of a workbook looks.
package struct XLSXStyle: Hashable, Sendable {
  /// A typeface that Chinese offices have; elsewhere the program takes another that has Chinese characters.
  package enum Typeface: String, Sendable {
    case song = "宋体"
    case hei = "黑体"
  }

  package enum Alignment: Sendable {
    case general, left, center, right
  }

  package var typeface = Typeface.song
  /// In points.
  package var size = 10.5
  package var bold = false
  package var italic = false
  /// RGB of the text; nil is the program's own black.
  package var color: UInt32?
  /// RGB behind the text.
  package var fill: UInt32?
  /// A thin line on all four sides.
  package var border = false
  package var alignment = Alignment.general
  /// Long text goes on in further lines of its cell.
  package var wraps = false
  /// At the top of the cell rather than in its middle.
  package var atTop = false
  /// Excel's number format, such as `0.00`, `@` for text, `yyyy-mm-dd`.
  package var numberFormat: String?

  package init() {}

  /// A copy with changes.
  package func with(_ change: (inout XLSXStyle) -> Void) -> XLSXStyle {
    var copy = self
    change(&copy)
    return copy
  }
}
