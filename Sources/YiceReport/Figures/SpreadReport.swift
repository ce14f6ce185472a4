package import YiceFormats
package import YiceIndicators
internal import YiceModel
package import YiceStandards

/// The steps of a county's mean and 差异系数.
package struct SpreadReport: Report {
  private let steps: SpreadSteps
  private let rule: IndicatorRule
  private let basis: String
  private let source: String

  package init(_ steps: SpreadSteps, rule: IndicatorRule, basis: String, source: String) {
    self.steps = steps
    self.rule = rule
    self.basis = basis
    self.source = source
  }

  package var text: String {
    let indicator = steps.indicator
    let mean = indicator.mean ?? 0
    var text = "全县\(steps.stage.rawValue)　\(rule.id) \(rule.label)　校际差异系数\n\(basis)\n依据：\(source)\n\n"
    text += "X̄ = Σxᵢ ÷ P，S = √(Σ (pᵢ/P)·(Xᵢ − X̄)²)，差异系数 = S ÷ X̄；中间不取舍，不用 n−1\n\n"
    text += table.text(maximumCellWidth: 30) + "\n"
    guard indicator.mean != nil else {
      return text + "全县\(steps.stage.rawValue)没有一所学校填了这一项：平均值和差异系数都是未填。\n"
    }
    let sum = steps.terms.reduce(0) { $0 + $1.numerator }
    text += "P = \(steps.pupils)，Σxᵢ = \(FigureText.plain(sum))，"
    text += "X̄ = \(FigureText.plain(mean)) \(rule.unit)（印为 \(indicator.meanText ?? "—")）\n"
    text += "Σ = \(FigureText.plain(steps.variance))，S = \(FigureText.plain(steps.deviation))\n"
    if let cv = indicator.cv {
      text += "差异系数 = \(FigureText.plain(cv))，印为 \(FigureText.rounded(cv, places: 3))"
      if let limit = indicator.limit {
        text += "；上限 \(FigureText.rounded(limit, places: 2))：\(FigureText.verdict(indicator.withinLimit))"
      }
    } else {
      text += mean > 0 ? "差异系数：—（只有一所学校，没有校际差异）" : "差异系数：—（平均值为 0，没有定义）"
    }
    if let plain = indicator.unweightedCV {
      text += "\n不加权的差异系数（只供与其他工具比较）：\(FigureText.rounded(plain, places: 3))"
    }
    if indicator.counted < indicator.segments {
      text += "\n\(indicator.segments - indicator.counted) 所学校未填，没有计入"
    }
    text += "\n\n重做（任何 SQLite 工具）：\n" + redo + "\n"
    return text + "\n程序用的查询（segment_value 是前面各步算出的各校的值）：\n" + steps.sql
  }

  /// The same mean and coefficient from the schools' pupils and numerators, as a query of its own; the coefficient is
  /// told as its square, for a root is not in every SQLite.
  private var redo: String {
    let rows = steps.terms.map { "  (\($0.pupils), \($0.numerator))" }.joined(separator: ",\n")
    return """
      WITH v(pupils, amount) AS (VALUES
      \(rows)),
      m AS (SELECT sum(pupils) AS pupils, sum(amount) * \(rule.per) / sum(pupils) AS mean FROM v)
      SELECT m.mean AS mean, sum(v.pupils * (v.amount * \(rule.per) / v.pupils - m.mean) * (v.amount * \(rule.per) / v.pupils - m.mean))
        / m.pupils / (m.mean * m.mean) AS cv_squared
      FROM v CROSS JOIN m;
      """
  }

  /// The schools' rows, and of which 学段 and indicator.
  package var listing: Listing {
    var listing = table
    listing.columns = [Listing.Column("stage", "学段"), Listing.Column("indicator", "指标")] + listing.columns
    listing.rows = listing.rows.map { [.text(steps.stage.rawValue), .text(rule.id)] + $0 }
    return listing
  }

  private var table: Listing {
    Listing(
      columns: [
        Listing.Column("org_code", "学校标识码"), Listing.Column("name", "学校"), Listing.Column("pupils", "学生 pᵢ"),
        Listing.Column("numerator", "分子 xᵢ"), Listing.Column("value", "值 Xᵢ"),
        Listing.Column("difference", "Xᵢ − X̄"), Listing.Column("term", "(pᵢ/P)·(Xᵢ − X̄)²"),
      ],
      rows: steps.terms.map { term in
        [
          .text(term.orgCode), .text(term.name), .number(term.pupils), FigureText.full(term.numerator),
          FigureText.full(term.value), FigureText.full(term.difference), FigureText.full(term.term),
        ]
      })
  }

  package var json: JSONValue {
    .object([
      ("basis", .string(basis)), ("indicator", .string(rule.id)), ("stage", .string(steps.stage.english)),
      ("pupils", .integer(steps.pupils)), ("mean", .number(steps.indicator.mean)),
      ("variance", .number(steps.indicator.mean.map { _ in steps.variance })),
      ("deviation", .number(steps.indicator.mean.map { _ in steps.deviation })),
      ("cv", .number(steps.indicator.cv)), ("cv_unweighted", .number(steps.indicator.unweightedCV)),
      ("limit", .number(steps.indicator.limit)), ("within_limit", .bool(steps.indicator.withinLimit)),
      ("terms", table.json), ("sql", .string(steps.sql)), ("redo", .string(redo)),
    ])
  }
}
