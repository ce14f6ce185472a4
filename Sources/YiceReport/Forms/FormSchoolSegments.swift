internal import YiceIndicators
internal import YiceModel
internal import YiceStandards

extension Form {
  /// 表Ⅱ-2: one row a school segment, columns L1–L14.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅱ-2 and its note.
  static let schoolSegments = Form(
    name: "表Ⅱ-2", title: "义务教育学校资源配置情况",
    words: ["Ⅱ-2", "II-2", "2-2", "表II-2", "表2-2"],
    pages: { source in
      let figures = try source.figures()
      let indicators = figures.profile.indicators
      var rows: [[Listing.Cell]] = []
      for stage in figures.stages {
        for (index, segment) in stage.segments.enumerated() {
          rows.append(
            [
              .text(stage.stage.rawValue), .number(index + 1), .text(segment.name),
              segment.runBy.map(Listing.Cell.number) ?? .empty, .number(segment.pupils),
              segment.grades.map(Listing.Cell.number) ?? .empty,
              segment.classes.map(Listing.Cell.number) ?? .empty,
            ] + segment.values.map { FigureText.cell($0.value, text: $0.text, missing: "未填") } + [
              .text(segment.passes == nil ? "—" : segment.passes == true ? "是" : "否"),
              .text(note(segment, figures.profile)),
            ])
        }
      }
      var page = FormPage(
        title: "表Ⅱ-2 义务教育学校资源配置情况", name: "表Ⅱ-2",
        columns: [
          FormColumn("stage", "学段", 6, merges: true), FormColumn("number", "序号", 6, centered: true),
          FormColumn("name", "学校名称", 24), FormColumn("run_by", "举办者类型", 7, centered: true),
          FormColumn("pupils", "在校生数", 8), FormColumn("grades", "年级数", 6),
          FormColumn("classes", "班级数", 6),
        ] + indicators.map { FormColumn($0.id, "\($0.label)(\($0.unit))", 12) } + [
          FormColumn("passes", "该校综合评估是否达标", 9, centered: true), FormColumn("note", "备注", 26),
        ], rows: rows)
      page.shorten(indicators)
      page.notes = notes(figures) + [CountyReport(figures).basis]
      return [source.ofBureau(page)]
    })

  private static func notes(_ figures: CountyFigures) -> [String] {
    func count(_ stage: Stage, _ kinds: Set<String>) -> Int {
      figures.stage(stage)?.segments.count { kinds.contains($0.kind) } ?? 0
    }
    let through: Set = ["九年一贯制学校", "十二年一贯制学校"]
    return [
      "注：小学中一贯制学校小学部 \(count(.primary, through)) 所，\(FigureText.points(figures.profile)) "
        + "\(count(.primary, ["教学点"])) 个；初中中一贯制学校初中部 \(count(.junior, through)) 所，"
        + "完全中学初中部 \(count(.junior, ["完全中学"])) 所。",
      "举办者类型：1 中央教育部门 … 7 县级教育部门，8 县级其他部门，9 地方企业，10 民办。",
    ]
  }

  /// 「R4、R5（此数未经核实：…）」
  private static func unverified(_ segment: SegmentFigures, _ profile: Profile) -> [String] {
    let told = segment.values.flatMap { value in
      segment.assumptions(value, profile).map { (id: value.id, sentence: $0.sentence) }
    }
    var seen: Set<String> = []
    return told.map(\.sentence).filter { seen.insert($0).inserted }.map { sentence in
      told.filter { $0.sentence == sentence }.map(\.id).joined(separator: "、") + sentence
    }
  }

  /// Which indicators are met, and which of the others are near enough.
  private static func note(_ segment: SegmentFigures, _ profile: Profile) -> String {
    let share = FigureText.near(profile)
    let met = segment.values.filter { $0.met == true }.map(\.id)
    let near = segment.values.filter { $0.met == false && $0.at85 == true }.map(\.id)
    let below = segment.values.filter { $0.value != nil && $0.met == false && $0.at85 != true }.map(\.id)
    let empty = segment.values.filter { $0.value == nil }.map(\.id)
    var parts: [String] = []
    if met.count == segment.values.count {
      parts.append("全部达标")
    } else if !met.isEmpty {
      parts.append("达标 \(met.joined(separator: "、"))")
    }
    if !near.isEmpty { parts.append("达到\(share) \(near.joined(separator: "、"))") }
    if !below.isEmpty { parts.append("不足\(share) \(below.joined(separator: "、"))") }
    let relaxed = segment.values.filter { $0.met == false && $0.relaxed?.met == true }.map(\.id)
    if !relaxed.isEmpty { parts.append("放宽认定后达标 \(relaxed.joined(separator: "、"))") }
    if !empty.isEmpty { parts.append("未填 \(empty.joined(separator: "、"))") }
    parts += unverified(segment, profile)
    if !segment.includes.isEmpty { parts.append("含并入 \(segment.includes.count) 所") }
    return parts.joined(separator: "；")
  }
}
