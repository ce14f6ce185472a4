package import YiceFormats
package import YiceIndicators
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// One figure of one segment, told so that it can be checked by hand.
package struct ExplanationReport: Report {
  private let explanation: Explanation
  private let basis: String
  private let showsRows: Bool
  private let near: String
  private let assumptions: [Assumption]

  /// - Parameter profile: by which the figure was judged.
  package init(_ explanation: Explanation, _ profile: Profile, basis: String, rows: Bool) {
    near = FigureText.near(profile)
    assumptions = explanation.segment.assumptions(explanation.value, profile)
    self.explanation = explanation
    self.basis = basis
    showsRows = rows
  }

  package var text: String {
    let segment = explanation.segment
    let rule = explanation.rule
    var lines = [
      "\(segment.name)（\(segment.orgCode)）\(segment.stage.rawValue)　\(rule.id) \(rule.label)", basis,
      "依据：\(rule.source)", "",
    ]
    lines.append("公式：\(explanation.indicator?.formula ?? formula)")
    if let reading = explanation.reading { lines.append("读法：\(reading)") }
    if !segment.includes.isEmpty { lines.append("含并入学校：\(segment.includes.joined(separator: "、"))") }
    lines += ["", result]
    lines += amount(explanation.pupils, heading: "分母")
    for term in explanation.terms { lines += amount(term, heading: term.sign < 0 ? "分子（减去）" : "分子") }
    lines += split
    return lines.joined(separator: "\n") + "\n"
  }

  private var formula: String {
    let terms = explanation.rule.terms.enumerated().map { index, term in
      (term.sign < 0 ? " − " : index > 0 ? " + " : "") + term.element
    }
    return "（\(terms.joined())）÷ 学生数" + (explanation.rule.per == 1 ? "" : " × \(explanation.rule.per)")
  }

  private var result: String {
    let value = explanation.value
    guard let text = value.text, let numerator = value.numerator else {
      let names = value.missing.map { "\($0.element)（\($0.orgCode)）" }
      return "结果：未填。缺：\(names.joined(separator: "、"))"
    }
    let per = explanation.rule.per == 1 ? "" : " × \(explanation.rule.per)"
    var line = "结果：\(FigureText.plain(numerator)) ÷ \(explanation.segment.pupils)\(per) = "
    line += "\(FigureText.plain(value.value ?? 0))，印为 \(text) \(explanation.rule.unit)"
    guard let threshold = value.threshold else { return line + assumptions.sentences }
    line += "\n阈值：≥ \(FigureText.plain(threshold))，"
    line += value.met == true ? "达标" : value.at85 == true ? "未达标，达到 \(near)" : "未达标，不到 \(near)"
    if value.metFlips || value.at85Flips { line += "（临界：四舍五入后结论会变）" }
    line += assumptions.sentences
    if let relaxed = value.relaxed {
      line += "\n放宽认定：\(FigureText.plain(relaxed.value))，\(relaxed.met ? "达标" : "未达标")"
      line += "（依据 \(relaxed.basis)，到期 \(relaxed.expiresOn)；严格结论见上）"
    }
    return line
  }

  private func amount(_ amount: ExplainedAmount, heading: String) -> [String] {
    let total = amount.amount.map { "\(FigureText.plain($0)) \(amount.unit)" } ?? "未填"
    var lines = ["", "\(heading)：\(amount.element) = \(total)"]
    for source in amount.sources {
      lines.append(
        "  \(source.school)　\(source.table) \(source.rows.count) 行，合计 \(FigureText.plain(source.amount)) \(amount.unit)"
      )
      for writer in source.writers.prefix(5) {
        lines.append(
          "    \(writer.rows) 行：\(writer.author) \(Moment.local(writer.at))"
            + "（\(writer.action)，修订 \(writer.revision)）")
      }
      if source.writers.count > 5 { lines.append("    另有 \(source.writers.count - 5) 次修订") }
      if showsRows || source.kind == .statement { lines += rows(source) }
      lines += ["    查询（任何 SQLite 工具都能重做）："]
      lines += source.sql.split(separator: "\n").map { "      " + $0 }
    }
    return lines
  }

  private func rows(_ source: ExplainedSource) -> [String] {
    guard !source.rows.isEmpty else { return [] }
    let listing = Listing(
      columns: source.headings.map { Listing.Column($0, $0) },
      rows: source.rows.map { $0.map { Listing.Cell.text($0) } })
    return listing.text().split(separator: "\n").map { "    " + $0 }
  }

  private var split: [String] {
    guard !explanation.split.isEmpty else { return [] }
    var lines = ["", "拆分：各学段按 权重 × 学生数 分"]
    for step in explanation.split {
      let place = step.campus.map { $0.isEmpty ? "主校区" : "校区“\($0)”" } ?? "全校"
      let weights = step.shares.map {
        "\($0.stage.rawValue) \(FigureText.plain($0.weight))×\($0.pupils)"
      }.joined(separator: "，")
      lines.append(
        "  \(place) \(FigureText.plain(step.amount))（\(weights)）→ \(FigureText.plain(step.result))")
    }
    return lines
  }
}

// MARK: - Table

extension ExplanationReport {
  /// One row a source of the denominator and of each term.
  package var listing: Listing {
    let parts = [("分母", explanation.pupils)] + explanation.terms.map { ($0.sign < 0 ? "分子（减去）" : "分子", $0) }
    let segment = explanation.segment
    return Listing(
      columns: [
        Listing.Column("org_code", "学校标识码"), Listing.Column("name", "学校"), Listing.Column("stage", "学段"),
        Listing.Column("indicator", "指标"), Listing.Column("part", "部分"), Listing.Column("element", "数据项"),
        Listing.Column("source_school", "来自学校"), Listing.Column("table", "表"), Listing.Column("rows", "行数"),
        Listing.Column("amount", "合计"), Listing.Column("unit", "单位"),
      ],
      rows: parts.flatMap { part, amount in
        amount.sources.map { source in
          [
            .text(segment.orgCode), .text(segment.name), .text(segment.stage.rawValue),
            .text(explanation.rule.id), .text(part), .text(amount.element), .text(source.school),
            .text(source.table), .number(source.rows.count), FigureText.full(source.amount),
            .text(amount.unit),
          ]
        }
      })
  }
}

// MARK: - JSON

extension ExplanationReport {
  package var json: JSONValue {
    let value = explanation.value
    return .object([
      ("basis", .string(basis)), ("org_code", .string(explanation.segment.orgCode)),
      ("name", .string(explanation.segment.name)), ("stage", .string(explanation.segment.stage.english)),
      ("indicator", .string(value.id)), ("label", .string(explanation.rule.label)),
      ("unit", .string(explanation.rule.unit)), ("source", .string(explanation.rule.source)),
      ("formula", .string(explanation.indicator?.formula ?? formula)),
      ("value", .number(value.value)), ("numerator", .number(value.numerator)),
      ("threshold", .number(value.threshold)), ("met", .bool(value.met)), ("reaches_85", .bool(value.at85)),
      ("unverified", .array(assumptions.map { .string($0.text) })),
      ("pupils", json(explanation.pupils)), ("terms", .array(explanation.terms.map(json))),
      (
        "split",
        .array(
          explanation.split.map { step in
            .object([
              ("campus", step.campus.map { .string($0) } ?? .null), ("amount", .number(step.amount)),
              ("result", .number(step.result)),
              (
                "shares",
                .array(
                  step.shares.map {
                    .object([
                      ("stage", .string($0.stage.english)), ("pupils", .integer(Int64($0.pupils))),
                      ("weight", .number($0.weight)),
                    ])
                  })
              ),
            ])
          })
      ),
    ])
  }

  private func json(_ amount: ExplainedAmount) -> JSONValue {
    .object([
      ("element", .string(amount.element)), ("unit", .string(amount.unit)),
      ("sign", .integer(Int64(amount.sign))), ("amount", .number(amount.amount)),
      (
        "sources",
        .array(
          amount.sources.map { source in
            .object([
              ("org_code", .string(source.orgCode)),
              ("kind", .string(source.kind == .register ? "register" : "statement")),
              ("table", .string(source.table)), ("amount", .number(source.amount)),
              ("row_count", .integer(Int64(source.rows.count))), ("sql", .string(source.sql)),
              (
                "writers",
                .array(
                  source.writers.map {
                    .object([
                      ("author", .string($0.author)), ("at", .string($0.at)),
                      ("revision", .string(String($0.revision))), ("action", .string($0.action)),
                      ("rows", .integer(Int64($0.rows))),
                    ])
                  })
              ),
              (
                "rows",
                showsRows
                  ? .array(
                    source.rows.map { row in
                      .object(zip(source.headings, row).map { ($0, .string($1)) })
                    }) : .null
              ),
            ])
          })
      ),
    ])
  }
}
