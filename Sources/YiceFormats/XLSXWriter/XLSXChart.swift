internal import CXLSXWriter

/// A chart of upright bars over cells of its own sheet.
package struct XLSXBarChart: Sendable {
  /// One group of bars.
  package struct Series: Sendable {
    package let name: String
    /// Row of the figures, from 0.
    package let row: Int

    package init(_ name: String, row: Int) {
      self.name = name
      self.row = row
    }
  }

  package let title: String
  /// Row of the names below the bars.
  package let namesRow: Int
  package let columns: ClosedRange<Int>
  package let series: [Series]
  /// Of the figures above the bars, such as `0.000`.
  package let numberFormat: String

  package init(
    title: String, namesRow: Int, columns: ClosedRange<Int>, series: [Series], numberFormat: String
  ) {
    self.title = title
    self.namesRow = namesRow
    self.columns = columns
    self.series = series
    self.numberFormat = numberFormat
  }
}

extension XLSXSheetWriter {
  /// - Parameters:
  ///   - width: in pixels, of 96 an inch.
  ///   - height: in pixels.
  package func insert(_ chart: XLSXBarChart, row: Int, column: Int, width: Int, height: Int) {
    guard let drawing = book.chart(LXW_CHART_COLUMN) else { return }
    let first = UInt16(chart.columns.lowerBound)
    let last = UInt16(chart.columns.upperBound)
    for series in chart.series {
      let added = chart_add_series(drawing, nil, nil)
      chart_series_set_categories(
        added, name, UInt32(chart.namesRow), first, UInt32(chart.namesRow), last)
      chart_series_set_values(added, name, UInt32(series.row), first, UInt32(series.row), last)
      chart_series_set_name(added, series.name)
      chart_series_set_labels(added)
      chart_series_set_labels_num_format(added, chart.numberFormat)
    }
    chart_title_set_name(drawing, chart.title)
    chart_show_hidden_data(drawing)
    chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    // The library draws 480 × 288 pixels unless told otherwise.
    var options = lxw_chart_options()
    options.x_scale = Double(width) / 480
    options.y_scale = Double(height) / 288
    note(
      worksheet_insert_chart_opt(pointer, UInt32(row), UInt16(column), drawing, &options), row: row)
  }
}
