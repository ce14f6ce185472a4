internal import YiceModel

/// Words that a column of texts is understood by. Another text is kept as it is written, decides nothing, and is told.
/// Decision 0176.
package struct Vocabulary: Sendable {
  package let words: [String]
  /// Of a text that is none of them, what people do not mean to say by it: beginnings and endings, other letters.
  private let beginnings: [String]
  private let endings: [String]
  private let letters: [Character: Character]
  private let aliases: [String: String]
  /// What follows a text that is not understood, to the one who wrote it.
  package let advice: String
  private let known: Set<String>
  private let written: [[UInt8]]

  private init(
    _ words: [String], beginnings: [String], endings: [String], letters: [Character: Character],
    aliases: [String: String], advice: String
  ) {
    self.words = words
    self.beginnings = beginnings
    self.endings = endings
    self.letters = letters
    self.aliases = aliases
    self.advice = advice
    known = Set(words)
    written = words.map { Array($0.utf8) }
  }

  /// One of the words as it stands: nothing to make of it.
  func has(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    written.contains { $0.count == cell.count && $0.elementsEqual(cell) }
  }

  /// The word that a text means; nil: none, or several.
  package func word(_ text: String) -> String? {
    var rest = String(Characters.halfWidth(text).filter { !$0.isWhitespace }.map { letters[$0] ?? $0 })
    while true {
      if known.contains(rest) { return rest }
      if let word = aliases[rest.uppercased()] { return word }
      if rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open > rest.startIndex {
        rest = String(rest[..<open])
      } else if let ending = endings.first(where: { rest.hasSuffix($0) && rest.count > $0.count }) {
        rest.removeLast(ending.count)
      } else if let beginning = beginnings.first(where: { rest.hasPrefix($0) && rest.count > $0.count }) {
        rest.removeFirst(beginning.count)
      } else {
        return nil
      }
    }
  }

  /// 任教学科: 课程 of 义务教育课程方案（2022年版）and of 普通高中课程方案（2017年版2020年修订）, and older names that are still written.
  static let subjects = Vocabulary(
    [
      "语文", "数学", "英语", "体育", "音乐", "美术", "科学", "道德与法治", "体育与健康", "信息科技", "信息技术", "物理", "化学", "生物", "生物学",
      "历史", "地理", "艺术", "劳动", "综合实践活动", "综合实践", "政治", "思想政治", "思想品德", "品德与社会", "品德与生活", "外语", "日语", "俄语",
      "历史与社会", "通用技术", "劳动技术", "心理健康", "心理健康教育", "心理", "书法", "校本课程", "地方课程", "专题教育", "生命教育", "安全", "健康教育",
      "特殊教育", "康复", "国防教育", "班队", "无", "其他",
    ],
    beginnings: [
      "义务教育", "普通高中", "完全小学", "小学", "初级中学", "初中", "高中", "中学", "幼儿园", "一年级", "二年级", "三年级", "四年级", "五年级", "六年级",
      "七年级", "八年级", "九年级", "专任", "专职", "兼职", "主教", "任教",
    ],
    endings: ["任课教师", "科任教师", "专任教师", "教师", "老师", "教研组", "课程", "学科", "教学", "组", "课", "科"],
    letters: [
      "體": "体", "樂": "乐", "術": "术", "藝": "艺", "與": "与", "語": "语", "數": "数", "學": "学", "歷": "历", "勞": "劳",
      "動": "动", "書": "书",
      "課": "课", "師": "师", "國": "国", "寫": "写",
    ],
    aliases: [
      "PE": "体育", "体": "体育", "音": "音乐", "美": "美术", "体健": "体育与健康", "体育健康": "体育与健康", "体育和健康": "体育与健康",
      "道法": "道德与法治", "道德法治": "道德与法治",
      "法治": "道德与法治", "品德": "思想品德", "思品": "思想品德", "品社": "品德与社会", "信息": "信息技术", "计算机": "信息技术", "微机": "信息技术",
      "英文": "英语",
      "自然": "科学", "综合": "综合实践活动", "劳技": "劳动技术", "写字": "书法", "思政": "思想政治", "校本": "校本课程",
    ],
    advice: "没有认出是哪一门，不算体育、艺术教师；主要教体育、音乐、美术、艺术的，请写成那一门")
}
