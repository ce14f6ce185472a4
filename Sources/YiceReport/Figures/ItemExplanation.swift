package import YiceFormats
package import YiceIndicators
package import YiceStandards

/// Everything about one item, for `explain`.
package struct ItemExplanation: Report {
  private let item: ItemFigure
  private let basis: String
  private let sizes: SizeRules

  /// - Parameter sizes: the profile's limits of classes and schools.
  package init(_ item: ItemFigure, basis: String, sizes: SizeRules) {
    self.item = item
    self.basis = basis
    self.sizes = sizes
  }

  /// What the numbers of a rule are called.
  private static let limitNames = [
    "classes": "每几个班", "music": "音乐教室面积（㎡）", "art": "美术教室面积（㎡）",
    "pupils": "人数", "hours": "学时", "percent": "百分比", "years": "年数", "points": "分数", "count": "项数",
    "fail_at": "不达标到几项", "fail_years": "不达标到几年",
  ]

  package var text: String {
    var lines = ["\(item.id) \(item.rule.label)（\(item.rule.group)）", basis, "依据：\(item.rule.source)", ""]
    for detail in item.details {
      let bound = detail.bound.isEmpty ? "" : "（要求 \(detail.bound)\(detail.unit)）"
      let verdict =
        detail.bound.isEmpty && detail.met == nil ? "" : "：\(FigureText.verdict(detail.met, unknown: "未填"))"
      lines.append(
        "\(detail.label)：\(detail.text)\(detail.value == nil ? "" : detail.unit)\(bound)\(verdict)")
      if !detail.basis.isEmpty { lines.append("  来源：\(detail.basis)") }
    }
    for ratio in item.rule.ratios where !ratio.denominator.isEmpty {
      lines.append(
        "公式（\(ratio.label)）：\(words(ratio.numerator)) ÷ \(words(ratio.denominator))\(ratio.per == 1 ? "" : " × \(ratio.per)")"
      )
    }
    let limits = item.rule.limits.sorted { $0.key < $1.key }.map {
      "\(ItemExplanation.limitNames[$0.key] ?? $0.key) \(FigureText.plain($0.value))"
    }
    switch item.rule.measure {
    case .classSize?: lines.append("标准里的数：\(sizes.classWords)")
    case .schoolSize?: lines.append("标准里的数：\(sizes.schoolWords)")
    default: break
    }
    if !limits.isEmpty { lines.append("标准里的数：\(limits.joined(separator: "，"))") }
    lines.append(
      "结论：\(FigureText.verdict(item.met, unknown: "未填"))\(ItemReport(item).assumption?.sentence ?? "")")
    if let relaxed = item.relaxed { lines.append("放宽认定后：\(FigureText.verdict(relaxed, unknown: "未填"))") }
    let passing = item.schools.filter { $0.met == true }
    lines += ItemReport(item).failures
    lines += passing.map { school in
      let part = school.part.isEmpty ? "" : " " + school.part
      return "✓ \(school.name)（\(school.orgCode)）\(part) \(ItemReport.counts(school))"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func words(_ terms: [IndicatorRule.Term]) -> String {
    let text = terms.enumerated().map { index, term in
      (term.sign < 0 ? " − " : index > 0 ? " + " : "") + term.element
    }.joined()
    return terms.count > 1 ? "（\(text)）" : text
  }

  package var json: JSONValue { ItemReport(item).json }

  /// The county's figures, then one row a school.
  package var listing: Listing {
    let head: [Listing.Cell] = [.text(item.id), .text(item.rule.label)]
    return Listing(
      columns: [
        Listing.Column("id", "编号"), Listing.Column("label", "名称"), Listing.Column("org_code", "学校标识码"),
        Listing.Column("name", "学校"), Listing.Column("part", "部分"), Listing.Column("actual", "实有"),
        Listing.Column("required", "要求"), Listing.Column("unit", "单位"), Listing.Column("met", "是否达标"),
        Listing.Column("relaxed", "放宽后"),
      ],
      rows: item.details.map { detail in
        head + [
          .empty, .empty, .text(detail.label),
          detail.value.map { .figure($0, shown: detail.text) } ?? .text(detail.text), .text(detail.bound),
          .text(detail.unit), .text(FigureText.verdict(detail.met, unknown: "未填")), .empty,
        ]
      }
        + item.schools.map { school in
          head + [
            .text(school.orgCode), .text(school.name), .text(school.part),
            school.actual.map(FigureText.full) ?? .missing("未填"),
            school.required.map(FigureText.full) ?? .empty, .empty,
            .text(FigureText.verdict(school.met, unknown: "未填")),
            school.relaxed.map { .text(FigureText.verdict($0)) } ?? .empty,
          ]
        })
  }
}
