internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Under each figure of a school's page: denominator and numerator, which rows they are from, who wrote them and when,
/// and how a combined school's amount was split. On a county's page there is no room; `explain` says the same.
enum SourceRows {
  private static let shownWriters = 3

  static func row(_ context: PageContext, _ segment: SegmentFigures, _ id: String) throws -> Markup {
    guard context.school != nil,
      let explanation = try context.worked.explanation(of: segment.orgCode, segment.stage, id)
    else { return "" }
    let stage = segment.stage
    var lines = amount(context, explanation.pupils, "分母", stage)
    for term in explanation.terms {
      lines += amount(context, term, term.sign < 0 ? "分子（减去）" : "分子", stage)
    }
    lines += split(explanation)
    let reading: Markup = explanation.reading.map { "<li>读法：\($0)</li>" } ?? ""
    let source = "<li>依据：\(explanation.rule.source)</li>" as Markup
    return "<tr class=\"src\"><td colspan=\"6\"><ul>\(lines)\(reading)\(source)</ul></td></tr>\n"
  }

  private static func amount(
    _ context: PageContext, _ amount: ExplainedAmount, _ part: String, _ stage: Stage
  ) -> Markup {
    let total = amount.amount.map { "\(FigureText.plain($0)) \(amount.unit)" } ?? "未填"
    let sources = amount.sources.map { source -> Markup in
      let whose: Markup = amount.sources.count > 1 ? "\(context.name(source.orgCode)) " : ""
      let writers = source.writers.prefix(shownWriters).map { writer -> Markup in
        let author: Markup = context.isRedacted ? "" : "\(writer.author) "
        let count: Markup = source.writers.count > 1 ? "\(writer.rows) 行 " : ""
        return
          "；\(count)\(author)\(Moment.local(writer.at).prefix(16).description) 写入（修订 \(String(writer.revision))）"
      }
      let rest: Markup =
        source.writers.count > shownWriters ? "；另有 \(source.writers.count - shownWriters) 次修订" : ""
      return
        "：\(whose)\(source.table) \(rows(context, source, amount.element, stage))，合计 \(FigureText.plain(source.amount)) \(amount.unit)\(Markup(writers))\(rest)"
    }
    return "<li>\(part) \(amount.element) <b>\(total)</b>\(Markup(sources))</li>"
  }

  /// How many rows, as a link to them where they can be opened.
  private static func rows(
    _ context: PageContext, _ source: ExplainedSource, _ element: String, _ stage: Stage
  ) -> Markup {
    let count: Markup = "\(source.rows.count) 行"
    guard context.opensRows, let table = TableCatalog.table(source.table) else { return count }
    let which: Markup = source.kind == .register ? "counted" : "q"
    return """
      <a href="/table/\(table.name)?school=\(source.orgCode)&amp;year=\(String(context.figures.year))&amp;\(which)=\(element)&amp;stage=\(stage.rawValue)">\(count)</a>
      """
  }

  private static func split(_ explanation: Explanation) -> Markup {
    // A campus of one 学段 is not split.
    let steps = explanation.split.filter { $0.shares.count > 1 || explanation.split.count > 1 }
    return Markup(
      steps.map { step in
        let place = step.campus.map { $0.isEmpty ? "主校区" : "校区“\($0)”" } ?? "全校"
        let weights = step.shares.map {
          "\($0.stage.rawValue) \(FigureText.plain($0.weight))×\($0.pupils)"
        }.joined(separator: "，")
        return
          "<li>拆分 \(place) \(FigureText.plain(step.amount))（按 权重×学生：\(weights)）→ 本学段 \(FigureText.plain(step.result))</li>"
      })
  }
}
