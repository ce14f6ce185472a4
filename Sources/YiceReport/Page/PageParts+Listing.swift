internal import YiceFormats

extension PageParts {
  /// A listing as a table; columns that hold only numbers stand to the right.
  package static func table(_ caption: String, _ listing: Listing) -> Markup {
    let numbers = listing.columns.indices.filter { column in
      let cells = listing.rows.lazy.map { $0[column] }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(\.isNumber)
    }
    let rows = listing.rows.map { row in row.map { "\($0.shown.description)" as Markup } }
    return table(caption, listing.columns.map(\.label), rows, numbers: Set(numbers))
  }
}
