internal import GRDB
internal import YiceIndicators
internal import YiceStandards

extension Form {
  /// 表Ⅵ: people asked and satisfied, by questionnaire and by visit, with the parents among them; ratio with 1 decimal.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅵ.
  static let satisfaction = Form(
    name: "表Ⅵ", title: "社会认可度调查情况",
    words: ["Ⅵ", "VI", "6", "表VI", "表6"],
    pages: { source in
      let asked = try source.rows(
        """
        SELECT method, respondent, total, valid, satisfied FROM survey WHERE org_code = ? AND school_year = ?
        """, [source.countyCode, source.year])
      var rows: [[Listing.Cell]] = []
      for method in ["问卷", "走访"] {
        let all = asked.filter { $0["method"] == method }
        rows.append(line(method, "计", all))
        rows.append(line(method, "其中：家长", all.filter { $0["respondent"] == "家长" }))
      }
      var page = FormPage(
        title: "表Ⅵ 社会认可度调查情况", name: "表Ⅵ",
        columns: [
          FormColumn("method", "调查方式", 12, merges: true), FormColumn("group", "对象", 14, centered: true),
          FormColumn("total", "问卷总数（走访人数）", 14), FormColumn("valid", "有效问卷数", 14),
          FormColumn("satisfied", "满意数", 14), FormColumn("ratio", "满意率(%)", 12),
        ], rows: rows)
      page.landscape = false
      page.notes = ["满意率：问卷按有效问卷数计算，走访按走访人数计算；没有调查数据的格空白。"]
      let rule = try source.figures().profile.items.first { $0.measure == .survey }
      if let least = rule?.limits["percent"] {
        page.notes.append("社会认可度应达到 \(FigureText.plain(least))% 以上。")
      }
      return [source.ofBureau(page)]
    })

  private static func line(_ method: String, _ group: String, _ asked: [Row]) -> [Listing.Cell] {
    guard !asked.isEmpty else { return [.text(method), .text(group), .empty, .empty, .empty, .empty] }
    func sum(_ column: String) -> Int? {
      let values = asked.compactMap { $0[column] as Int? }
      return values.count == asked.count ? values.reduce(0, +) : nil
    }
    let total = sum("total")
    let valid = sum("valid")
    let satisfied = sum("satisfied")
    let base = method == "问卷" ? valid ?? total : total
    var ratio = Listing.Cell.empty
    if let base, let satisfied, base > 0 {
      ratio = FigureText.cell(100 * Double(satisfied) / Double(base), places: 1)
    }
    return [.text(method), .text(group)]
      + [total, valid, satisfied].map { $0.map(Listing.Cell.number) ?? .empty }
      + [ratio]
  }
}
