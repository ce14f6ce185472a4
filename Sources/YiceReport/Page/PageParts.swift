internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Pieces that several sections use.
package enum PageParts {
  /// What a value rests on and nobody has confirmed; nothing where that is nothing.
  static func unverified(_ segment: SegmentFigures, _ value: IndicatorValue, _ profile: Profile) -> Markup {
    let words = segment.assumptions(value, profile).sentences
    return words.isEmpty ? "" : "<div class=\"note\">\(words)</div>"
  }

  package static func section(_ id: StaticString, _ title: String, lead: Markup? = nil, _ body: Markup)
    -> Markup
  {
    let lead: Markup = lead.map { "<p class=\"lead\">\($0)</p>" } ?? ""
    return "<section id=\"\(Markup(trusted: id.description))\"><h2>\(title)</h2>\(lead)\(body)</section>\n"
  }

  /// A table within a box that scrolls by itself where it is wider than the page.
  package static func table(
    _ caption: String, _ heads: [String], _ rows: [[Markup]], numbers: Set<Int> = []
  ) -> Markup {
    let cells = heads.enumerated().map { index, head -> Markup in
      numbers.contains(index)
        ? "<th scope=\"col\" class=\"n\">\(head)</th>" : "<th scope=\"col\"\(room(index, rows))>\(head)</th>"
    }
    let lines = rows.map { row -> Markup in
      let cells = row.enumerated().map { index, cell -> Markup in
        if index == 0 { return "<th scope=\"row\">\(cell)</th>" }
        return numbers.contains(index) ? "<td class=\"n\">\(cell)</td>" : "<td>\(cell)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="box\(rows.count <= 16 ? " short" : "")" tabindex="0" role="region" aria-label="\(caption)"><table><caption>\(caption)</caption>
      <thead><tr>\(cells)</tr></thead><tbody>
      \(lines)</tbody></table></div>
      """
  }

  /// A column of words keeps room to read them, however narrow the page: its table scrolls instead.
  private static func room(_ column: Int, _ rows: [[Markup]]) -> Markup {
    let letters = rows.prefix(200).map { $0[column].letters }.max() ?? 0
    return letters > 16 ? " class=\"w2\"" : letters > 6 ? " class=\"w1\"" : ""
  }

  /// The table behind a plot.
  static func behind(_ table: Markup) -> Markup {
    "<details class=\"behind\"><summary>数据表</summary>\(table)</details>"
  }

  static func figure(_ title: Markup, _ svg: Markup, note: Markup? = nil, behind table: Markup) -> Markup {
    let note: Markup = note.map { "<p class=\"note\">\($0)</p>" } ?? ""
    return "<figure><figcaption>\(title)</figcaption>\(svg)\(note)\(behind(table))</figure>"
  }

  package static func empty(_ words: String) -> Markup { "<p class=\"empty\">\(words)</p>" }

  package static func optional(_ text: String?) -> Markup {
    text.map { "\($0)" } ?? "<span class=\"dim\">—</span>"
  }

  /// 达标, 未达标 with a mark that does not need colour.
  static func verdict(_ passes: Bool?) -> Markup {
    switch passes {
    case true?: "<b class=\"v v-met\">✓ 达标</b>"
    case false?: "<b class=\"v v-below\">✗ 未达标</b>"
    case nil: "<b class=\"v v-none\">— 无结论</b>"
    }
  }

  static func mark(_ value: IndicatorValue) -> Drawing.Mark {
    value.met == true ? .met : value.at85 == true ? .near : .below
  }

  /// 元 as 万元, two decimals.
  static func tenThousands(_ money: Double?) -> Markup {
    money.map { "\(FigureText.rounded($0 / 10_000, places: 2))" } ?? "<span class=\"dim\">—</span>"
  }

  static func number(_ value: Double?) -> Markup {
    value.map { "\(Scale.label($0))" } ?? "<span class=\"dim\">—</span>"
  }

  static func decimal(_ value: Double?, _ places: Int) -> String {
    value.map { FigureText.rounded($0, places: places) } ?? "—"
  }
}
