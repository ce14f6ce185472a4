/// One sheet of a form, ready to be printed: title, table, notes, signatures.
package struct FormPage: Sendable {
  /// A column of a printed table.
  package struct Look: Sendable {
    /// In characters of the default font, a Chinese character two; nil: from the content.
    package var width: Double?
    /// Heading over this and the neighbouring columns that name the same.
    package var group: String?
    /// Equal cells below each other become one.
    package var mergesEqual = false
    package var centered = false

    package init(
      width: Double? = nil, group: String? = nil, mergesEqual: Bool = false, centered: Bool = false
    ) {
      self.width = width
      self.group = group
      self.mergesEqual = mergesEqual
      self.centered = centered
    }
  }

  /// Bars over figures of the table.
  package struct Chart: Sendable {
    package let title: String
    /// Rows of the table whose figures are drawn, with their names.
    package let rows: [(index: Int, name: String)]
    /// Columns of the table, one bar each.
    package let columns: ClosedRange<Int>
    package let numberFormat: String
  }

  /// Name of the sheet in a workbook.
  package var name: String
  /// Title and table; the title stands above it.
  package var listing: Listing
  /// By the column's name.
  package var looks: [String: Look] = [:]
  /// Left above the table: 填报单位.
  package var left = ""
  /// Right above the table: 学年, unit.
  package var right = ""
  /// Lines below the table.
  package var notes: [String] = []
  /// Words with room for a signature behind them; empty: none.
  package var signatures: [String] = []
  package var landscape: Bool
  package var onOnePage = false
  package var chart: Chart?
  /// Headings for a screen, by the column's name, where the full ones are too wide.
  package var shortLabels: [String: String] = [:]

  package init(_ listing: Listing, name: String? = nil) {
    self.listing = listing
    self.name = name ?? listing.title ?? "结果"
    landscape = listing.columns.count > 7
  }

  /// The table as a screen shows it, and what its short headings stand for.
  package var onScreen: (listing: Listing, legend: [String]) {
    let legend = listing.columns.compactMap { column in
      shortLabels[column.name].map { "\($0) \(column.label)" }
    }
    return (listing.relabeled(shortLabels), legend)
  }

  /// The four who sign every form.
  package static let signers = ["填报人：", "审核人：", "负责人：", "单位（盖章）："]
}
