internal import YiceFormats

/// A page of a form as a browser shows and prints it: headings in two lines, merged cells and widths as the workbook has them.
package enum FormMarkup {
  /// - Parameter title: where the page has none of its own.
  package static func section(_ page: FormPage, title: String) -> Markup {
    let layout = FormLayout(page)
    let notes = page.notes.map { "<p class=\"note\">\($0)</p>" as Markup }
    let signatures = page.signatures.map { "<span>\($0)</span>" as Markup }
    return """
      <section class="form\(page.landscape ? " wide" as Markup : "")"><h2>\(page.listing.title ?? title)</h2>\
      <p class="ends"><span>\(page.left)</span><span>\(page.right)</span></p>
      <div class="box" tabindex="0" role="region" aria-label="\(page.name)"><table class="lined" width="\(width(layout))">\
      <caption>\(page.name)</caption><colgroup>\(columns(layout))</colgroup>
      <thead>\(headings(page, layout))</thead><tbody>
      \(body(page, layout))</tbody></table></div>\(notes)<p class="ends sign">\(signatures)</p></section>

      """
  }

  /// Pixels of a character of width.
  private static let character = 7.0

  private static func width(_ layout: FormLayout) -> Int { Int(layout.widths.reduce(0, +) * character) }

  private static func columns(_ layout: FormLayout) -> [Markup] {
    layout.widths.map { "<col width=\"\(Int($0 * character))\">" }
  }

  private static func headings(_ page: FormPage, _ layout: FormLayout) -> Markup {
    let columns = page.listing.columns
    guard !layout.groups.isEmpty else {
      return "<tr>\(columns.map { "<th scope=\"col\">\($0.label)</th>" as Markup })</tr>"
    }
    let above = columns.indices.compactMap { index -> Markup? in
      guard let group = layout.groups.first(where: { $0.columns.contains(index) }) else {
        return "<th scope=\"col\" rowspan=\"2\">\(columns[index].label)</th>"
      }
      guard group.columns.lowerBound == index else { return nil }
      return "<th scope=\"colgroup\" colspan=\"\(group.columns.count)\">\(group.label)</th>"
    }
    let below = layout.groups.flatMap { group in
      group.columns.map { "<th scope=\"col\">\(columns[$0].label)</th>" as Markup }
    }
    return "<tr>\(above)</tr><tr>\(below)</tr>"
  }

  private static func body(_ page: FormPage, _ layout: FormLayout) -> [Markup] {
    page.listing.rows.enumerated().map { index, row -> Markup in
      let cells = row.enumerated().compactMap { column, cell -> Markup? in
        let span = layout.span(column: column, row: index) ?? index...index
        guard span.lowerBound == index else { return nil }
        let rows: Markup = span.count > 1 ? " rowspan=\"\(span.count)\"" : ""
        return "<td\(rows)\(look(layout, cell, column))>\(lines(cell.shown.description))</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
  }

  private static func look(_ layout: FormLayout, _ cell: Listing.Cell, _ column: Int) -> Markup {
    switch layout.style(of: cell, column: column).alignment {
    case .center: " class=\"m\""
    case .right: " class=\"n\""
    default: ""
    }
  }

  /// Lines of a cell stay lines.
  private static func lines(_ text: String) -> Markup {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Markup(lines.enumerated().map { $0 == 0 ? "\(String($1))" : "<br>\(String($1))" })
  }
}
