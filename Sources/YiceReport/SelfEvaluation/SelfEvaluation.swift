internal import GRDB
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// 自评报告: the standard headings, filled with figures and tables. Conclusions are left for people to write.
struct SelfEvaluation {
  let context: PageContext

  var title: String { "\(subject)义务教育优质均衡发展自评报告" }

  /// The county's name without 教育局, or the school's.
  private var subject: String {
    if let school = context.school { return context.name(school) }
    let name = context.info.orgName
    return name.hasSuffix("教育局") ? String(name.dropLast(3)) : name
  }

  func blocks() throws -> [DocumentBlock] {
    let assessed = try EvaluationItems(context)
    let last = 2 + assessed.sectionCount
    return [.title(title), .paragraph("（\(context.yearName)）")]
      + basics() + assessed.beforehand() + resources()
      + assessed.sections { SelfEvaluation.number($0 + 3) } + (try progress(last + 1)) + closing(last + 2)
  }

  /// 3 → 三.
  private static func number(_ value: Int) -> String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return value < digits.count ? digits[value] : "十" + digits[value - 10]
  }

  // MARK: - 一、二

  private func basics() -> [DocumentBlock] {
    let stages = context.segments.reduce(into: [(Stage, [SegmentFigures])]()) { list, item in
      if let place = list.firstIndex(where: { $0.0 == item.stage.stage }) {
        list[place].1.append(item.segment)
      } else {
        list.append((item.stage.stage, [item.segment]))
      }
    }
    let rows = stages.map { stage, segments -> [String] in
      let classes = segments.compactMap(\.classes)
      return [
        stage.rawValue, "\(segments.count)", "\(segments.reduce(0) { $0 + $1.pupils })",
        classes.count == segments.count ? "\(classes.reduce(0, +))" : "—",
      ]
    }
    return [
      .heading(level: 1, "一、基本情况"), .toWrite("请概述县域（学校）基本情况、组织领导和自评工作开展情况"),
      .table(caption: "表1 纳入评估的学校", heads: ["学段", "学校（学段）数", "在校学生", "教学班"], rows: rows),
      .source("班级册、填报值；\(context.yearName)；统计时点 \(context.figures.year)年9月1日"),
    ]
  }

  private func resources() -> [DocumentBlock] {
    var blocks: [DocumentBlock] = [.heading(level: 1, "二、资源配置")]
    for (place, stage) in context.figures.stages.filter({ !$0.segments.isEmpty }).enumerated() {
      blocks += values(stage, place) + (context.school == nil ? balance(stage, place) : [])
    }
    return blocks + uncounted() + [.toWrite("请对资源配置作出评价，说明未达标的原因")]
  }

  /// Rows that count nowhere: whoever signs the report knows what the figures leave out.
  private func uncounted() -> [DocumentBlock] {
    let groups = UncountedSection.groups(context)
    guard !groups.isEmpty else { return [] }
    return [
      .table(
        caption: "登记册里未计入的行", heads: ["学校", "登记册", "没有填的列", "行数"],
        rows: groups.map { [context.name($0.orgCode), $0.table.label, $0.label, "\($0.keys.count)"] })
    ]
  }

  private func values(_ stage: StageFigures, _ place: Int) -> [DocumentBlock] {
    let own = stage.segments.filter { context.school == nil || $0.orgCode == context.school }
    guard !own.isEmpty else { return [] }
    let passing = own.count { $0.passes == true }
    let rows = own.map { segment in
      [context.name(segment.orgCode), "\(segment.pupils)"]
        + segment.values.map { ($0.text ?? "未填") + mark($0) } + [FigureText.verdict(segment.passes)]
    }
    let near = FigureText.near(context.figures.profile)
    return [
      .heading(level: 2, "（\(place == 0 ? "一" : "二")）\(stage.stage.rawValue)"),
      .paragraph("\(own.count) 所学校（学段）中，\(passing) 所资源配置综合达标。"),
      .table(
        caption: "\(stage.stage.rawValue)各校资源配置（✓达标 △达到标准的\(near) ✗不到\(near)）",
        heads: ["学校", "学生"] + stage.indicators.map { heading($0.id, stage.stage) } + ["综合"], rows: rows),
      .source("\(sources(own))；标准 \(context.profile)"),
    ]
  }

  private func mark(_ value: IndicatorValue) -> String {
    value.value == nil || value.met == nil ? "" : value.met == true ? "✓" : value.at85 == true ? "△" : "✗"
  }

  private func heading(_ id: String, _ stage: Stage) -> String {
    let rule = context.figures.profile.indicator(id)
    let limit = rule?.thresholds[stage].map { "≥" + Scale.label($0) } ?? ""
    return "\(HeatSection.shortLabel(rule?.label))\(limit)"
  }

  private func sources(_ segments: [SegmentFigures]) -> String {
    let used = Set(segments.flatMap(\.values).flatMap(\.sources))
    return AmountSource.allCases.filter(used.contains).map(\.rawValue).joined(separator: "、")
  }

  private func balance(_ stage: StageFigures, _ place: Int) -> [DocumentBlock] {
    let over = stage.indicators.filter(\.isOver)
    let undefined = stage.indicators.filter(\.isUndefined)
    let words =
      over.isEmpty
      ? (undefined.isEmpty
        ? "各项差异系数都不超过上限。" : "算出来的差异系数都不超过上限；\(undefined.map(\.id).joined(separator: "、"))算不出（未填或平均值为 0）。")
      : "差异系数超过上限的有 \(over.count) 项：\(over.map { context.figures.profile.indicator($0.id)?.label ?? $0.id }.joined(separator: "、"))。"
    return [
      .paragraph(words),
      .table(
        caption: "\(stage.stage.rawValue)校际差异系数", heads: ["指标", "全县平均", "差异系数", "上限", "结论", "达标校数"],
        rows: stage.indicators.map { indicator in
          [
            context.figures.profile.indicator(indicator.id)?.label ?? indicator.id, indicator.meanText ?? "—",
            PageParts.decimal(indicator.cv, 3), PageParts.decimal(indicator.limit, 2),
            FigureText.verdict(indicator.withinLimit),
            "\(indicator.met)/\(indicator.segments)",
          ]
        }), .source("按学生数加权计算，中间不取舍；标准 \(context.profile)"),
    ]
  }

  // MARK: - 七、八

  private func progress(_ place: Int) throws -> [DocumentBlock] {
    let rectification = try RectificationState(context)
    let classes = try ClassSizes(context)
    let ledger = try LedgerState(context)
    let byLevel = classes.byLevel
    let above = zip(classes.rules.levels.reversed(), byLevel.dropFirst())
      .map { "\($0.name)（\($0.from) 人及以上） \($1) 个" }
    let classWords =
      classes.stages.isEmpty
      ? "班级册没有填写。" : "超过标准班额的班 \(byLevel.first ?? 0) 个，其中\(above.joined(separator: "、"))。"
    return [
      .heading(level: 1, "\(SelfEvaluation.number(place))、存在的问题和整改情况"), .paragraph(classWords),
      .paragraph("标准化建设台账\(ledger.count.words)。"),
      .paragraph("整改清单 \(rectification.total) 项，逾期 \(rectification.overdue.count) 项（截至 \(context.today)）。"),
      .table(
        caption: "整改情况", heads: rectification.counts.map(\.state) + ["合计"],
        rows: [rectification.counts.map { "\($0.count)" } + ["\(rectification.total)"]]),
      .source("班级册、标准化建设台账、整改清单"), .toWrite("请分析主要问题，写明责任单位和完成时间"),
    ]
  }

  private func closing(_ place: Int) -> [DocumentBlock] {
    [
      .heading(level: 1, "\(SelfEvaluation.number(place))、自评结论和下一步措施"),
      .paragraph("资源配置一项按本报告数据：\(FigureText.verdict(context.school == nil ? context.figures.passes : own))。"),
      .toWrite("请写自评结论：是否达到优质均衡发展要求，是否申请评估"), .toWrite("请写下一步措施"),
      .toWrite("单位（盖章）　　年　月　日"),
    ]
  }

  /// Whether every 学段 of the school passes.
  private var own: Bool? {
    let verdicts = context.segments.compactMap(\.segment.passes)
    return verdicts.isEmpty ? nil : verdicts.allSatisfy(\.self)
  }
}
