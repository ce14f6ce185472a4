internal import YiceModel

/// Labels of the statistics that say a 学段 and nothing else. 高中阶段 is none: it is a 学历 there.
enum StageWords {
  private static let words: [String: Stage] = {
    let endings = ["", "部", "段", "学段", "教育"]
    let names: [(Stage, [String])] = [
      (.kindergarten, ["幼儿园", "幼儿", "学前", "幼儿班"]),
      (.primary, ["小学", "普通小学", "小学阶段"]), (.junior, ["初中", "普通初中", "初级中学", "初中阶段"]),
      (.senior, ["高中", "普通高中", "高级中学"]),
    ]
    var words: [String: Stage] = [:]
    for (stage, list) in names {
      for name in list { for ending in endings { words[name + ending] = stage } }
    }
    return words
  }()

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
