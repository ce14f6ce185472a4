package import YiceFormats
package import YiceLedgers

/// One screen: the figures, then the ledgers and what hangs on them.
package struct ScreenReport: Report {
  private let figures: StatusReport
  private let ledgers: [ProgrammeLine]

  package init(_ figures: StatusReport, ledgers: [ProgrammeLine]) {
    self.figures = figures
    self.ledgers = ledgers
  }

  package var text: String {
    figures.text
      + (ledgers.isEmpty ? "" : "\n" + ProgrammeListing.status(ledgers).text(maximumCellWidth: 60))
  }

  /// How much of each is done: schools by 学段, items, then the ledgers.
  package var listing: Listing {
    var listing = ProgrammeListing.status(ledgers)
    listing.rows = figures.rows + listing.rows
    return listing
  }

  package var json: JSONValue {
    .object([("figures", figures.json), ("ledgers", ProgrammeListing.status(ledgers).json)])
  }
}
