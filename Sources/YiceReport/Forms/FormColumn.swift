/// A column of a form with its look, as a form's own file lists them.
struct FormColumn {
  let name: String
  let label: String
  let look: FormPage.Look

  /// - Parameter width: in characters, a Chinese character two; nil: from the content.
  init(
    _ name: String, _ label: String, _ width: Double? = nil, group: String? = nil, merges: Bool = false,
    centered: Bool = false
  ) {
    self.name = name
    self.label = label
    look = FormPage.Look(width: width, group: group, mergesEqual: merges, centered: centered)
  }
}

extension FormPage {
  /// Without those of the named columns that are empty in every row: what only some sheets have makes no print smaller.
  func without(emptyAmong names: Set<String>) -> FormPage {
    var page = self
    let kept = Set(listing.columns.map(\.name)).subtracting(names)
    if !listing.rows.isEmpty {
      page.listing = listing.withoutEmptyColumns(keeping: kept)
    } else {
      page.listing = listing.without(names)
    }
    return page
  }

  /// A page of columns with their looks; signed below.
  init(title: String, name: String, columns: [FormColumn], rows: [[Listing.Cell]]) {
    self.init(
      Listing(title: title, columns: columns.map { Listing.Column($0.name, $0.label) }, rows: rows),
      name: name)
    for column in columns { looks[column.name] = column.look }
    signatures = FormPage.signers
  }
}
