internal import YiceIndicators

/// Decision 0072.
extension Form {
  /// 表Ⅳ: the 15 items of 政府保障程度: figures where the data give them, else what was concluded for the county.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅳ.
  static let government = conclusions(
    "表Ⅳ", "政府保障程度", ["Ⅳ", "IV", "4", "表IV", "表4"], ConclusionItem.government)

  /// 表Ⅴ: the 9 items of 教育质量, in the same way.
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
        let assessment = try source.assessment()
        let answers = items.map { AssessedItem(assessment.item($0.id), conclusions[$0.id]) }
        let rows: [[Listing.Cell]] = zip(items, answers).enumerated().map { index, pair in
          [.number(index + 1), .text(pair.0.label), .text(pair.1.text), pair.1.metCell]
        }
        var page = FormPage(
          title: "\(name) \(title)", name: name,
          columns: [
            FormColumn("number", "序号", 6, centered: true), FormColumn("item", "指标名称", 48),
            FormColumn("conclusion", "指标值或简要结论", 30), FormColumn("met", "是否达标", 9, centered: true),
          ], rows: rows)
        page.landscape = false
        page.notes = notes(answers)
        return [source.ofBureau(page)]
      })
  }

  private static func notes(_ answers: [AssessedItem]) -> [String] {
    func numbers(_ matches: (AssessedItem) -> Bool) -> String {
      answers.indices.filter { matches(answers[$0]) }.map { "\($0 + 1)" }.joined(separator: "、")
    }
    let open = answers.count { $0.met == nil }
    let disputed = numbers(\.isDisputed)
    var notes: [String] = []
    if open > 0 {
      notes.append(
        "尚有 \(open) 项不能判定（第 \(numbers { $0.met == nil }) 项）：结论性的请在“结论”表里填写，计算的项目缺哪些数据见 yice assess。")
    }
    if !disputed.isEmpty { notes.append("第 \(disputed) 项“结论”表里写的与按数据计算的不同，这里是按数据计算的，请核对。") }
    return notes
  }
}
