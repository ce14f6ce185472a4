internal import YiceModel
internal import YiceStore

/// Labels of the statistics that say a 学段 and nothing else. 高中阶段 is none: it is a 学历 there.
enum StageWords {
  private static let words: [String: Stage] = CatalogTable.stageWords.compactMapValues { Stage(word: $0) }
    .merging(Stage.allCases.map { ($0.rawValue, $0) }) { first, _ in first }
    .filter { $0.key != "高中阶段" }

  private static let sums = ["合计", "小计", "总计", "计"]

  /// 小学, 小学部, 普通小学, 小学合计.
  static func stage(of label: String) -> Stage? {
    if let stage = words[label] { return stage }
    guard let sum = sums.first(where: label.hasSuffix) else { return nil }
    return words[String(label.dropLast(sum.count))]
  }

  /// The only 学段 of the county's schools that a title or a sheet's name has: 小学分类型学生数, 教基4155_初级中学.
  static func only(in text: String) -> Stage? {
    // 九年一贯制学校, 完全中学 and 中小学 have several.
    guard !several.contains(where: text.contains) else { return nil }
    let found = Set(names.filter { text.contains($0.word) }.map(\.stage))
    return found.count == 1 ? found.first : nil
  }

  private static let several = ["一贯制", "完全中学", "中小学", "义务教育"]
  private static let names: [(word: String, stage: Stage)] = [
    ("小学", .primary), ("教学点", .primary), ("初中", .junior), ("初级中学", .junior),
  ]
}
