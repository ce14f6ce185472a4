internal import YiceFormats
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

extension Form {
  /// 学校自评表, one page a school: the school's own values, and what it has concluded on the other items.
  ///
  /// Source: 全国县域义务教育优质均衡发展督导评估, 学校自评表.
  static let selfEvaluation = Form(
    name: "学校自评表", title: "义务教育优质均衡发展学校自评表",
    words: ["自评表", "自评"],
    pages: { source in
      let assessment = try source.assessment()
      let figures = try source.figures()
      return try source.pageBySchool { school in
        let segments = figures.stages.flatMap(\.segments).filter {
          $0.orgCode == school.code || $0.includes.contains(school.code)
        }
        let conclusions = try Conclusion.all(source, org: school.code)
        let stages = Set(segments.map(\.stage))
        var disputed: [String] = []
        let amounts = SchoolAmounts(source, figures.profile)
        var rows = try figures.profile.indicators.map {
          resource($0, segments, try amounts.text($0.id, of: school.code), figures.profile)
        }
        func items(_ area: String, _ items: [ConclusionItem]) throws -> [[Listing.Cell]] {
          try items.filter(\.ofSchool).map { item in
            let answer = AssessedItem(
              assessment.item(item.id), school: school.code, conclusions[item.id])
            if answer.isDisputed { disputed.append(item.id) }
            let parts = [answer.text, try amounts.text(item.id, of: school.code)].compactMap { $0 }
            return [
              .text(area), .text("\(item.id) \(item.label)"),
              .text(parts.isEmpty ? nil : parts.joined(separator: "\n")), answer.metCell,
            ]
          }
        }
        rows += try items("政府保障程度", ConclusionItem.government)
        rows += try items("教育质量", ConclusionItem.quality.filter { $0.id != "Q1" || stages.contains(.junior) })
        rows.append([
          .text("社会认可度"), .text("学生、家长、教师、校长、人大代表、政协委员及其他群众的满意度达到85%以上"),
          .text(conclusions["社会认可度"]?.text), conclusions["社会认可度"]?.metCell ?? .empty,
        ])
        var page = FormPage(
          title: "义务教育优质均衡发展学校自评表", name: school.name,
          columns: [
            FormColumn("area", "A级指标", 12, merges: true), FormColumn("item", "B级指标及评估要点", 42),
            FormColumn("value", "指标值或简要结论", 36), FormColumn("met", "是否达标", 10, centered: true),
          ], rows: segments.isEmpty && conclusions.isEmpty ? [] : rows)
        page.right = source.yearText
        page.landscape = false
        page.onOnePage = true
        page.notes = notes(segments, figures)
        if !disputed.isEmpty {
          page.notes.append("\(disputed.joined(separator: "、")) “结论”表里写的与按数据计算的不同，这里是按数据计算的，请核对。")
        }
        return page
      }
    })

  private static func resource(
    _ rule: IndicatorRule, _ segments: [SegmentFigures], _ amounts: String?, _ profile: Profile
  ) -> [Listing.Cell] {
    var points: [String] = []
    var values: [String] = []
    var met: [String] = []
    for segment in segments {
      let value = segment.value(rule.id)
      let stage = segments.count > 1 ? segment.stage.rawValue + " " : ""
      if let limit = rule.thresholds[segment.stage] {
        points.append("\(segment.stage.rawValue)≥\(CellValue.decimal(limit).description)")
      }
      values.append(
        stage + (value?.value.map { FigureText.rounded($0, places: 2) } ?? "未填") + raw(value, segment, rule)
          + (value.map { segment.assumptions($0, profile).sentences } ?? ""))
      met.append(
        stage + (value?.value == nil ? "—" : value?.met == true ? "是" : value?.met == false ? "否" : "—"))
    }
    let point = points.isEmpty ? "" : "（\(points.joined(separator: "，"))\(rule.unit)）"
    return [
      .text("资源配置"), .text("\(rule.id) \(rule.label)\(point)"),
      .text((values + [amounts].compactMap { $0 }).joined(separator: "\n")),
      .text(met.joined(separator: "\n")),
    ]
  }

  /// What the value was worked out from: 「（12 人，学生 282 人）」.
  private static func raw(_ value: IndicatorValue?, _ segment: SegmentFigures, _ rule: IndicatorRule)
    -> String
  {
    guard let amount = value?.numerator else { return "" }
    // 人/百人: an amount in 人.
    let unit = rule.unit.split(separator: "/").first ?? ""
    return "（\(FigureText.plain(amount)) \(unit)，学生 \(segment.pupils) 人）"
  }

  private static func notes(_ segments: [SegmentFigures], _ figures: CountyFigures) -> [String] {
    let verdicts = segments.map { segment in
      let stage = segments.count > 1 ? segment.stage.rawValue : ""
      return
        "\(stage)资源配置 \(segment.metCount)/\(segment.values.count) 项达标，综合评估\(FigureText.verdict(segment.passes))"
    }
    return (verdicts.isEmpty ? [] : [verdicts.joined(separator: "；") + "。"]) + [CountyReport(figures).basis]
  }
}
