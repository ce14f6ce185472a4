/// Kinds of grounds by name.
enum GroundWords {
  static func kind(_ text: String) -> String? { words.meaning(text)?.meaning }

  private static let words = NameEnd<String>(
    [
      "田径", "跑道", "操场", "运动", "球场", "体育", "器械", "足球", "篮球", "排球", "羽毛球", "乒乓", "网球", "沙坑", "游泳",
    ].map { ($0, "运动场地") }
      + [
        "绿化", "绿地", "停车", "花园", "道路", "广场", "空地", "菜地", "农场", "基地", "生活区", "看台", "主席台", "观众席",
      ].map { ($0, "其他场地") },
    last: [], tails: [])
}
