/// Grades as people say them.
enum GradeName {
  private static let names = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

  /// Grade 1–12 → 一年级 … 九年级, 高一 … 高三; "" for what is none.
  static func of(_ grade: Int) -> String {
    switch grade {
    case 1...9: names[grade - 1] + "年级"
    case 10...12: "高" + names[grade - 10]
    default: ""
    }
  }

  /// The grade, in the 学年 that begins in `year`, of a class that entered its 学段 in `entry` (6-3-3).
  static func of(stage: String, entry: Int, in year: Int) -> String {
    let (first, years): (Int, Int) =
      switch stage {
      case "小学": (1, 6)
      case "初中": (7, 3)
      case "高中": (10, 3)
      default: (0, 0)
      }
    let passed = year - entry
    return (0..<years).contains(passed) ? of(first + passed) : ""
  }
}
