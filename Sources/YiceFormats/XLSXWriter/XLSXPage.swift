internal import CXLSXWriter

/// How a sheet comes out of the printer: A4, one page wide, page numbers below.
package struct XLSXPage: Sendable {
  package var landscape = false
  /// Heading rows, from 0, that stand on every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Above, in the middle of each page.
  package var header = ""
  /// Left of the page number.
  package var footer = ""
  /// Lines between the cells are printed.
  package var grid = false
  /// Everything on one page, however small.
  package var onOnePage = false

  package init() {}
}

extension XLSXSheetWriter {
  package func setPage(_ page: XLSXPage) {
    let a4: UInt8 = 9
    worksheet_set_paper(pointer, a4)
    if page.landscape { worksheet_set_landscape(pointer) }
    if page.grid { worksheet_gridlines(pointer, UInt8(LXW_SHOW_ALL_GRIDLINES.rawValue)) }
    // In inches: 1.5 cm at the sides, 1.8 cm above, 2 cm below.
    worksheet_set_margins(pointer, 0.59, 0.59, 0.71, 0.79)
    worksheet_fit_to_pages(pointer, 1, page.onOnePage ? 1 : 0)
    worksheet_center_horizontally(pointer)
    if let rows = page.repeatedRows {
      note(
        worksheet_repeat_rows(pointer, UInt32(rows.lowerBound), UInt32(rows.upperBound)),
        row: rows.lowerBound)
    }
    let text = XLSXSheetWriter.plain(page.footer)
    if !page.header.isEmpty {
      note(worksheet_set_header(pointer, "&C&\"黑体\"&14" + XLSXSheetWriter.plain(page.header)), row: 0)
    }
    let footer = (text.isEmpty ? "" : "&L&\"宋体\"&9\(text)") + "&C&\"宋体\"&9第 &P 页 共 &N 页"
    note(worksheet_set_footer(pointer, footer), row: 0)
  }

  /// `&` begins a code of a page's header and footer; the whole may have 255 characters.
  private static func plain(_ text: String) -> String {
    String(text.prefix(100)).split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }
}
