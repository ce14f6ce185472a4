extension Form {
  /// 表Ⅳ: the 15 items of 政府保障程度 as concluded for the county.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅳ.
  static let government = conclusions(
    "表Ⅳ", "政府保障程度", ["Ⅳ", "IV", "4", "表IV", "表4"], ConclusionItem.government)

  /// 表Ⅴ: the 9 items of 教育质量 as concluded for the county.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅴ.
  static let quality = conclusions("表Ⅴ", "教育质量", ["Ⅴ", "V", "5", "表V", "表5"], ConclusionItem.quality)

  private static func conclusions(
    _ name: String, _ title: String, _ words: [String], _ items: [ConclusionItem]
  ) -> Form {
    Form(
      name: name, title: title, words: words,
      pages: { source in
        let conclusions = try Conclusion.all(source, org: source.countyCode)
        let rows: [[Listing.Cell]] = items.enumerated().map { index, item in
          let conclusion = conclusions[item.id]
          return [
            .number(index + 1), .text(item.label), .text(conclusion?.text), conclusion?.metCell ?? .empty,
          ]
        }
        var page = FormPage(
          title: "\(name) \(title)", name: name,
          columns: [
            FormColumn("number", "序号", 6, centered: true), FormColumn("item", "指标名称", 48),
            FormColumn("conclusion", "指标值或简要结论", 30), FormColumn("met", "是否达标", 9, centered: true),
          ], rows: rows)
        page.landscape = false
        let open = items.count { conclusions[$0.id]?.met == nil }
        page.notes = open == 0 ? [] : ["尚有 \(open) 项没有结论（空白），请在“结论”表里填写。"]
        return [source.ofBureau(page)]
      })
  }
}
