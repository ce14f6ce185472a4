package import YiceStore

/// What `year open` prints: the tables of which rows were carried, and the classes that have done their years.
package enum YearOpeningListing {
  package static func answer(_ outcome: YearOpening.Outcome, graduates: Bool) -> ScreenListing {
    let tables = outcome.tables.filter { $0.carried + $0.kept > 0 }
    return ScreenListing(
      Listing(
        columns: [
          Listing.Column("table", "表"), Listing.Column("carried", "带来"), Listing.Column("kept", "原有"),
        ],
        rows: tables.map { [.text($0.label), .number($0.carried), .number($0.kept)] }),
      remarks: graduates ? "毕业班 \(outcome.graduated) 个，没有带来。\n" : "")
  }
}
