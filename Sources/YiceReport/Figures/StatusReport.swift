package import YiceFormats
package import YiceIndicators
package import YiceLedgers
internal import YiceModel
internal import YiceStandards

/// The county on one screen.
package struct StatusReport {
  private let status: CountyStatus
  private let ledgers: LedgerStanding
  private let plans: SchoolPlanCount
  private let name: String

  package init(_ status: CountyStatus, _ ledgers: LedgerStanding, _ plans: SchoolPlanCount, name: String) {
    self.status = status
    self.ledgers = ledgers
    self.plans = plans
    self.name = name
  }

  package var text: String {
    var lines = ["\(name)　\(CountyReport(status.figures).basis)", ""]
    let stages = status.figures.stages.filter { !$0.segments.isEmpty }.flatMap(stage)
    if !stages.isEmpty { lines += stages + [""] }
    lines += ["学校 \(status.schools) 所" + sending, items, oversized, rectification]
    for item in ledgers.rectificationOverdue.prefix(5) {
      lines.append("  逾期 \(item.dueOn ?? "") \(item.school ?? item.orgCode)：\(item.problem)")
    }
    if let rivalry = status.figures.profile.rivalry { lines += ["", "注意：\(rivalry)"] }
    lines += ["", "\(status.figures.place)结论：\(FigureText.verdict(status.figures.passes))"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same in rows under the ledgers' headings.
  var rows: [[Listing.Cell]] {
    let stages: [[Listing.Cell]] = status.figures.stages.filter { !$0.segments.isEmpty }.map { stage in
      [
        .text("资源配置"), .text("\(stage.stage.rawValue)综合达标学校"), .number(stage.segments.count),
        .number(stage.passingSegments), .empty, .text(FigureText.verdict(stage.passes)),
      ]
    }
    let all = status.items.items
    return stages + [
      [
        .text("评估"), .text("政府保障等各项"), .number(all.count), .number(all.count { $0.met == true }), .empty,
        .text(items),
      ]
    ]
  }

  private func stage(_ stage: StageFigures) -> [String] {
    let old = status.before?.stage(stage.stage)
    var head = "\(stage.stage.rawValue)：综合达标 \(stage.passingSegments)/\(stage.segments.count) 所"
    if let old, !old.segments.isEmpty {
      head += "（上一学年 \(old.passingSegments)/\(old.segments.count)）"
    }
    let failing = stage.segments.filter { $0.passes == false }
    var lines = [head]
    if !failing.isEmpty {
      let names = failing.prefix(8).map { segment in
        let unmet = segment.values.filter { $0.met == false }.map(\.id).joined(separator: "、")
        return "\(segment.name)（\(unmet)）"
      }
      lines.append(
        "  未达标：\(names.joined(separator: "、"))" + (failing.count > 8 ? " 等 \(failing.count) 所" : ""))
    }
    lines.append(
      "  差异系数（上限 \(stage.indicators.first?.limit.map { FigureText.rounded($0, places: 2) } ?? "—")）：")
    lines.append(
      "    "
        + stage.indicators.map { indicator in
          let value = indicator.cv.map { FigureText.rounded($0, places: 3) } ?? "—"
          return
            "\(indicator.id) \(value)\(indicator.withinLimit == false ? "✗" : "")\(trend(indicator, old))"
        }.joined(separator: "　"))
    return lines
  }

  private func trend(_ indicator: CountyIndicator, _ old: StageFigures?) -> String {
    guard let now = indicator.cv, let before = old?.indicator(indicator.id)?.cv else { return "" }
    let difference = now - before
    return abs(difference) < 0.0005 ? "→" : difference < 0 ? "↓" : "↑"
  }

  private var sending: String {
    guard let unsent = status.unsent else { return "" }
    if unsent.isEmpty { return "，都已上报" }
    return "，\(unsent.count) 所没有上报：\(unsent.prefix(8).joined(separator: "、"))\(unsent.count > 8 ? " 等" : "")"
  }

  private var items: String {
    let all = status.items.items
    let failing = all.filter { $0.met == false }.map(\.id)
    let open = all.filter { $0.met == nil }.map(\.id)
    var text = "政府保障等 \(all.count) 项：达标 \(all.count - failing.count - open.count)"
    if !failing.isEmpty { text += "；未达标 \(failing.joined(separator: "、"))" }
    if !open.isEmpty { text += "；未填 \(open.joined(separator: "、"))" }
    return text
  }

  private var oversized: String {
    return "超标准班 \(status.classesAbove) 个；大班额台账未销号 \(ledgers.oversizedOpen) 个，其中反弹 \(ledgers.oversizedBack) 个"
  }

  private var rectification: String {
    "整改未销号 \(ledgers.rectificationOpen) 条，逾期 \(ledgers.rectificationOverdue.count) 条"
  }

  package var json: JSONValue {
    let figures = status.figures
    return .object([
      ("name", .string(name)), ("basis", .string(CountyReport(status.figures).basis)),
      ("school_year", .integer(status.figures.year)), ("passes", .bool(status.figures.passes)),
      ("standards_active", .array(([figures.profile.id] + figures.profile.rivals).map { .string($0) })),
      ("schools", .integer(status.schools)),
      ("unsent", status.unsent.map { .array($0.map { .string($0) }) } ?? .null),
      (
        "stages",
        .array(
          status.figures.stages.filter { !$0.segments.isEmpty }.map { stage in
            let old = status.before?.stage(stage.stage)
            return .object([
              ("stage", .string(stage.stage.english)), ("passing", .integer(stage.passingSegments)),
              ("segments", .integer(stage.segments.count)),
              ("passing_before", old.map { .integer($0.passingSegments) } ?? .null),
              (
                "failing",
                .array(stage.segments.filter { $0.passes == false }.map { .string($0.orgCode) })
              ),
              (
                "cv",
                .object(stage.indicators.map { ($0.id, .number($0.cv)) })
              ),
              ("cv_before", .object(old?.indicators.map { ($0.id, .number($0.cv)) } ?? [])),
            ])
          })
      ),
      ("items_failing", .array(status.items.items.filter { $0.met == false }.map { .string($0.id) })),
      ("items_open", .array(status.items.items.filter { $0.met == nil }.map { .string($0.id) })),
      ("classes_above_limit", .integer(status.classesAbove)),
      ("oversized_open", .integer(ledgers.oversizedOpen)),
      ("oversized_back", .integer(ledgers.oversizedBack)),
      ("rectification_open", .integer(ledgers.rectificationOpen)),
      ("rectification_overdue", .integer(ledgers.rectificationOverdue.count)),
      (
        "school_plans",
        .object([
          ("schools", .integer(plans.total)), ("failing", .integer(plans.failing)),
          ("failing_with_plan", .integer(plans.planned)), ("unjudged", .integer(plans.unjudged)),
          ("done", .integer(plans.done)),
          ("overdue", .integer(plans.overdue)),
          ("standings", .object(plans.standings.map { ($0.standing.english, .integer($0.plans)) })),
        ])
      ),
    ])
  }
}
