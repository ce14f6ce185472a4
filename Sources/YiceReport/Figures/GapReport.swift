package import YiceFormats
package import YiceIndicators
internal import YiceModel
package import YiceStandards

/// What is missing: by school, and the county's totals.
package struct GapReport: Report {
  private let gaps: [SegmentGaps]
  private let profile: Profile
  private let basis: String
  private let unitCosts: [CountyPlan.UnitCost]

  package init(_ gaps: [SegmentGaps], profile: Profile, basis: String, costs: CostTable) {
    self.gaps = gaps
    self.profile = profile
    self.basis = basis
    var seen: Set<String> = []
    unitCosts = gaps.flatMap(\.gaps).map(\.element).filter { seen.insert($0.name).inserted }.compactMap {
      element in
      costs.cost(of: element.name).map {
        CountyPlan.UnitCost(element: element, cost: $0, isOwn: costs.own.contains(element.name))
      }
    }
  }

  package var text: String {
    guard !gaps.isEmpty else { return basis + "\n没有缺口：各校各项都达到阈值。\n" }
    var text = basis + "\n每项单独算（一名教师只计一项）、学生数不变；一贯制学校加给全校的，按本学段的份额计。\n\n"
    text += screen.text(maximumCellWidth: 28) + "\n"
    for segment in gaps where !segment.passes { text += advice(segment) + "\n" }
    text += "\n" + totals.text()
    return unitCosts.isEmpty ? text : text + "\n" + UnitCostText.line(unitCosts) + "\n"
  }

  private func advice(_ segment: SegmentGaps) -> String {
    var line = "\(segment.name) \(segment.stage.rawValue)：达标 \(segment.metCount) 项"
    if !segment.missing.isEmpty { return line + "；未填 \(segment.missing.joined(separator: "、"))，先补填" }
    if let first = segment.first {
      line += "；先补 \(first.indicator)" + (first.enough ? "，补上即综合达标" : "")
    }
    let steps = segment.plan.map { target in
      let unit = profile.indicator(target.indicator)?.addedElement?.unit ?? ""
      return
        "\(target.indicator) +\(FigureText.plain(target.amount)) \(unit)\(target.to85 ? "（到\(FigureText.near(profile))）" : "")"
    }
    if !steps.isEmpty { line += "；最省的补法：\(steps.joined(separator: "，"))" }
    let costs = segment.plan.map(\.cost)
    if !costs.isEmpty, !costs.contains(where: { $0 == nil }) {
      line += "，约 \(FigureText.money(costs.compactMap { $0 }.reduce(0, +)))"
    }
    return line
  }

  /// One row a gap.
  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("stage", "学段"), Listing.Column("org_code", "学校标识码"), Listing.Column("name", "学校"),
        Listing.Column("indicator", "指标"), Listing.Column("label", "名称"), Listing.Column("value", "现值"),
        Listing.Column("threshold", "阈值"), Listing.Column("element", "补什么"), Listing.Column("unit", "单位"),
        Listing.Column("to_threshold", "到阈值还缺"), Listing.Column("to_85", "到\(FigureText.near(profile))还缺"),
        Listing.Column("share", "本学段份额"), Listing.Column("cost", "费用(元)"),
      ], rows: gaps.flatMap { $0.gaps.map(row) + missing($0) })
  }

  private var screen: Listing {
    var listing = listing
    let wanted = [0, 2, 3, 5, 6, 7, 8, 9, 10]
    listing.columns = wanted.map { listing.columns[$0] }
    listing.rows = listing.rows.map { row in wanted.map { row[$0] } }
    return listing
  }

  private func row(_ gap: Gap) -> [Listing.Cell] {
    [
      .text(gap.stage.rawValue), .text(gap.orgCode), .text(gap.name), .text(gap.indicator),
      .text(profile.indicator(gap.indicator)?.label), FigureText.cell(gap.value, places: 2),
      FigureText.full(gap.threshold), .text(gap.element.name), .text(gap.element.unit),
      FigureText.full(gap.toThreshold), FigureText.full(gap.to85), FigureText.full(gap.share),
      gap.cost.map(FigureText.full) ?? .empty,
    ]
  }

  private func missing(_ segment: SegmentGaps) -> [[Listing.Cell]] {
    segment.missing.map { id in
      [
        .text(segment.stage.rawValue), .text(segment.orgCode), .text(segment.name), .text(id),
        .text(profile.indicator(id)?.label), .missing("未填"), .empty, .empty, .empty, .empty, .empty, .empty,
        .empty,
      ]
    }
  }

  /// The county's totals by 学段 and indicator.
  package var totals: Listing {
    var listing = Listing(
      title: "全县合计",
      columns: [
        Listing.Column("stage", "学段"), Listing.Column("indicator", "指标"), Listing.Column("element", "补什么"),
        Listing.Column("schools", "校数"), Listing.Column("to_threshold", "到阈值还缺"),
        Listing.Column("unit", "单位"),
        Listing.Column("to_85", "到\(FigureText.near(profile))还缺"), Listing.Column("cost", "费用(元)"),
      ])
    for stage in Stage.compulsory {
      for rule in profile.indicators {
        let found = gaps.filter { $0.stage == stage }.flatMap(\.gaps).filter { $0.indicator == rule.id }
        guard let one = found.first else { continue }
        listing.rows.append([
          .text(stage.rawValue), .text(rule.id), .text(one.element.name), .number(found.count),
          FigureText.full(GapReport.sum(found.map(\.toThreshold))), .text(one.element.unit),
          FigureText.full(GapReport.sum(found.map(\.to85))),
          one.cost == nil ? .empty : FigureText.full(GapReport.sum(found.compactMap(\.cost))),
        ])
      }
    }
    return listing
  }

  /// In hundredths, so that areas add up to what is printed.
  private static func sum(_ amounts: [Double]) -> Double {
    amounts.reduce(0) { $0 + ($1 * 100).rounded() } / 100
  }

  package var json: JSONValue {
    .object([
      ("basis", .string(basis)), ("gaps", listing.json), ("totals", totals.json),
      ("unit_costs", UnitCostText.json(unitCosts)),
      (
        "schools",
        .array(
          gaps.map { segment in
            .object([
              ("org_code", .string(segment.orgCode)), ("name", .string(segment.name)),
              ("stage", .string(segment.stage.english)), ("met_count", .integer(segment.metCount)),
              ("passes", .bool(segment.passes)), ("first", .text(segment.first?.indicator)),
              ("first_is_enough", .bool(segment.first?.enough)),
              ("missing", .array(segment.missing.map { .string($0) })),
              (
                "plan",
                .array(
                  segment.plan.map {
                    .object([
                      ("indicator", .string($0.indicator)), ("amount", .number($0.amount)),
                      ("to_85", .bool($0.to85)), ("cost", .number($0.cost)),
                    ])
                  })
              ),
            ])
          })
      ),
    ])
  }
}
