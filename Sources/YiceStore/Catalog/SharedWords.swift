internal import YiceModel

/// Words for what several tables' columns hold, beside the value itself.
extension CatalogTable {
  /// Words for a 学段: 小学部, 初中段, 幼儿园, primary.
  package static let stageWords: [String: String] = {
    let names: [(Stage, [String])] = [
      (.kindergarten, ["幼儿园", "幼儿", "学前", "幼儿班", "学前班", "托班", "小班", "中班", "大班"]),
      (.primary, ["小学", "普通小学", "小学阶段"]), (.junior, ["初中", "普通初中", "初级中学", "初中阶段"]),
      (.senior, ["高中", "普通高中", "高级中学", "高中阶段"]),
    ]
    let endings = ["", "部", "段", "学段", "教育", "级部"]
    var words: [String: String] = [:]
    for (stage, list) in names {
      words[stage.english] = stage.rawValue
      for name in list { for ending in endings { words[name + ending] = stage.rawValue } }
    }
    for stage in Stage.allCases { words[stage.rawValue] = nil }
    return words
  }()

  /// The same without 幼儿.
  static let laterStageWords = stageWords.filter { $0.value != Stage.kindergarten.rawValue }

  /// Words for a 年级, 幼儿 being 0.
  static let gradeWords: [String: String] = {
    let counted = ["一", "二", "三", "四", "五", "六", "七", "八", "九"].enumerated().map {
      ($1 + "年级", "\($0 + 1)")
    }
    let ofStages = [("小", 6, 0), ("初", 3, 6), ("高", 3, 9)].flatMap { stage, years, before in
      ["一", "二", "三", "四", "五", "六"].prefix(years).enumerated().map { (stage + $1, "\(before + $0 + 1)") }
    }
    let kindergarten = ["幼儿班", "小班", "中班", "大班", "学前班"].map { ($0, "0") }
    return Dictionary(uniqueKeysWithValues: counted + ofStages + kindergarten)
  }()

  /// The same without 幼儿.
  static let laterGradeWords = gradeWords.filter { $0.value != "0" }

  /// What stands in a classroom of which people say by it that it is one of 网络多媒体教室, and words for having none of it. A projector
  /// alone may stand anywhere.
  static let multimediaWords: [String: String] = {
    let things = [
      "一体机", "教学一体机", "多媒体一体机", "白板", "电子白板", "班班通", "智慧黑板", "纳米黑板", "触控屏", "触摸屏", "大屏",
      "多媒体", "网络多媒体", "配备", "安装", "配", "装", "齐全", "交互式", "希沃",
    ]
    let nothing = ["未配", "未配备", "未装", "未安装", "没有", "暂无", "未建", "没配", "没装", "无多媒体", "无设备"]
    return Dictionary(uniqueKeysWithValues: things.map { ($0, "1") } + nothing.map { ($0, "0") })
  }()
}
