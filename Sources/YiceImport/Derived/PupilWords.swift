/// Headings and words of the 学籍 export and of other lists with one row a pupil.
///
/// Source: 全国中小学生学籍信息管理系统, 学生基础信息 export.
enum PupilWords {
  /// What a column says of a pupil that a class counts.
  struct Flag {
    /// Column of 班级.
    let column: String
    let headings: Set<String>
    /// Parts of words that mean yes.
    let yes: [String]
    let no: Set<String>
  }

  static let names: Set = ["姓名", "学生姓名", "学生名字"]
  /// By which the same pupil is known again; none of it is kept.
  static let numbers: Set = [
    "全国学籍号", "学籍号", "学籍号码", "学籍辅号", "身份证件号", "身份证号", "身份证号码", "身份证件号码", "证件号码", "公民身份号码", "学生标识码",
  ]
  static let births: Set = ["出生日期", "出生年月", "出生年月日"]
  static let entries: Set = ["入学年月", "入学时间", "入学日期"]
  static let states: Set = ["学生状态", "学籍状态", "在籍状态", "就读状态", "学生当前状态"]
  /// A pupil of whom this is said is on the roll no more.
  static let gone = ["转出", "毕业", "退学", "死亡", "离校", "肄业", "结业", "开除", "注销"]

  static let remarks: Set = ["备注", "说明", "备注说明"]
  /// In a remark they say the same, of some day.
  private static let leaving = gone + ["转学", "转走", "休学"]
  /// Beside one of these they say something else.
  private static let unlessLeaving = ["转入", "转来", "复学", "毕业于", "未"]

  /// Whether a remark speaks of leaving.
  static func mayBeGone(_ remark: String) -> Bool {
    !remark.isEmpty && leaving.contains(where: remark.contains)
      && !unlessLeaving.contains(where: remark.contains)
  }

  /// A list that names one of these in its title has some of the pupils only.
  private static let someOnly = [
    "留守", "随迁", "资助", "贫困", "困难", "转入", "转出", "转学", "毕业", "随班就读", "残疾", "残障", "寄宿", "住校", "住宿", "获奖", "三好",
    "团员", "少先队",
    "借读", "请假", "缺勤", "辍学", "控辍", "孤儿", "单亲", "离异", "建档立卡", "低保", "免费", "营养餐", "午餐", "课后服务", "社团", "兴趣", "报名",
    "参赛", "离校",
    "班主任", "任课", "家长", "家委", "干部", "合唱", "舞蹈队", "运动队", "近视", "队员", "小组", "志愿者", "代表", "值日", "座位", "考场", "疫苗",
    "休学", "送教", "特异体质", "走读", "乘车", "校车", "低收入", "监测对象",
  ]
  /// Headings that speak of all pupils of a class, whatever the title says.
  static let wholeClass: Set = ["班级人数", "班额", "全班人数", "班级总人数", "在籍人数", "在校生数"]
  /// Words that hold one of those and mean none: kinds of schools, the last grade.
  private static let others = ["寄宿制", "毕业班", "毕业年级"]

  /// The word by which a title says that not all pupils are there; what stands in brackets (含留守、随迁) does not say it.
  static func some(in titles: [String]) -> String? {
    titles.filter { $0.count <= 30 && !$0.contains(":") }.lazy.compactMap { title in
      let bare = title.split(separator: "(").enumerated().map { index, part in
        index == 0 ? part : part.split(separator: ")", maxSplits: 1).dropFirst().first ?? ""
      }.joined()
      let rest = others.reduce(bare) { $0.replacing($1, with: "") }
      return someOnly.first(where: rest.contains)
    }.first
  }

  /// What stands beside the names.
  static let besideNames = numbers.union(births).union(entries).union(states).union(flags.flatMap(\.headings))
    .union(["学号", "班内学号", "民族", "序号"])

  static let flags = [
    Flag(
      column: "boarders",
      headings: [
        "就读方式", "是否寄宿", "是否寄宿生", "寄宿", "寄宿生", "是否住校", "是否住校生", "住校", "住校生", "是否住宿", "是否住宿生", "住宿方式",
        "走读/住校", "是否住读", "住宿情况", "住宿类型", "住校情况",
      ], yes: ["住校", "寄宿", "住宿", "住读"], no: ["走读", "借宿", "其他", "通学", "通校"]),
    Flag(
      column: "migrant_pupils",
      headings: [
        "是否进城务工人员随迁子女", "进城务工人员随迁子女", "是否随迁子女", "随迁子女", "是否进城务工人员子女", "是否进城务工随迁子女",
        "是否随迁", "随迁", "是否随迁子女学生", "是否外来务工人员子女", "外来务工人员子女",
      ], yes: ["随迁", "迁入"], no: []),
    Flag(
      column: "left_behind_pupils",
      headings: ["是否留守儿童", "留守儿童", "是否农村留守儿童", "农村留守儿童", "留守情况", "是否留守", "留守", "是否留守学生", "留守学生"],
      yes: ["留守"], no: []),
    Flag(
      column: "included_pupils", headings: ["随班就读", "是否随班就读", "随班就读学生", "是否随班就读学生"], yes: ["随班就读"], no: []),
    Flag(column: "boys", headings: ["性别"], yes: ["男"], no: ["女"]),
  ]

  private static let noBeginnings = ["非", "否", "不", "无", "没有", "未"]

  /// Whether a word means yes; `nil` where that is not known.
  static func answer(_ word: String, _ flag: Flag) -> Bool? {
    let word = word.lowercased()
    if TickWords.yes.contains(word) { return true }
    if TickWords.no.contains(word) || TickWords.strokes.contains(word) || flag.no.contains(word)
      || noBeginnings.contains(where: word.hasPrefix)
    {
      return false
    }
    return flag.yes.contains(where: word.contains) ? true : nil
  }
}
