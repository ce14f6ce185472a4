package import YiceFormats

/// An answer that says more to people than its table, or more to programs.
package protocol Report: Answer {
  var text: String { get }
  /// The table's rows, unless the report has more to tell.
  var json: JSONValue { get }
}

extension Report {
  package var json: JSONValue { listing.json }

  package func writeText(to sink: any TextSink, maximumCellWidth: Int?) throws { try sink.write(text) }

  package func writeJSON(to sink: any TextSink) throws { try sink.write(json.rendered(pretty: true) + "\n") }
}

/// A table that a screen shows otherwise than a program wants it: fewer columns, other words, remarks below.
package struct ScreenListing: Answer {
  package let listing: Listing
  private let shown: Listing
  private let remarks: String

  package func writeText(to sink: any TextSink, maximumCellWidth: Int?) throws {
    try shown.writeText(to: sink, maximumCellWidth: maximumCellWidth)
    try sink.write(remarks)
  }

  package func writeJSON(to sink: any TextSink) throws { try listing.writeJSON(to: sink) }
}

extension ScreenListing {
  package init(_ listing: Listing, shown: Listing? = nil, remarks: String = "") {
    self.init(listing: listing, shown: shown ?? listing, remarks: remarks)
  }
}

/// Several reports one after the other. A single one goes out as itself; several are an array to a program and one
/// table to a spreadsheet.
package struct Reports: Report {
  private let reports: [any Report]
  private let gap: String

  /// - Parameter gap: stands after each on a screen.
  package init(_ reports: [any Report], gap: String = "\n") {
    self.reports = reports
    self.gap = gap
  }

  package var text: String { reports.map { $0.text + gap }.joined() }

  package var listing: Listing { Listing(joining: reports.map(\.listing)) }

  package var json: JSONValue {
    if let only = reports.first, reports.count == 1 { return only.json }
    return .array(reports.map(\.json))
  }
}

extension Listing {
  /// The rows of all under one heading; a column that only some have is empty elsewhere.
  package init(joining listings: [Listing]) {
    var columns: [Column] = []
    for listing in listings {
      for column in listing.columns where !columns.contains(where: { $0.name == column.name }) {
        columns.append(column)
      }
    }
    self.init(title: listings.first?.title, columns: columns)
    for listing in listings {
      let places = columns.map { column in listing.columns.firstIndex { $0.name == column.name } }
      for row in listing.rows { rows.append(places.map { $0.map { row[$0] } ?? .empty }) }
    }
  }
}
