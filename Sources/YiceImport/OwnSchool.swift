internal import YiceModel
internal import YiceStore

/// Whether a name in a sheet is that of the school whose file it is imported into. Decision 0178.
struct OwnSchool {
  private let code: String
  private let name: String
  private let short: String?

  init(_ school: SchoolDirectory.School) {
    code = school.code
    name = HeaderMatcher.tidy(school.name)
    short = school.short.map(HeaderMatcher.tidy)
  }

  /// The name, the short name, either with places before or a campus behind it, and what people make of a name by leaving
  /// characters out: 城关一小 of 城关镇第一小学. Numerals must be the same: 一小 is not 第十一小学.
  func isMeant(by written: String) -> Bool {
    let word = HeaderMatcher.tidy(written)
    if word.isEmpty || word == code || word == name || word == short { return true }
    if word.count >= 2, OwnSchool.isPart(word, of: name), OwnSchool.numerals(word) == OwnSchool.numerals(name)
    {
      return true
    }
    guard let found = word.firstRange(of: name) else { return false }
    let before = word[..<found.lowerBound]
    let behind = word[found.upperBound...]
    return OwnSchool.numerals(before).isEmpty
      && (behind.isEmpty || OwnSchool.campuses.contains(where: behind.contains))
  }

  /// A name of another school, in a column that may name what else people belong to: 教务处 is none.
  func isOther(_ written: String) -> Bool {
    let word = HeaderMatcher.tidy(written)
    return OwnSchool.namesSchool(word) && !isMeant(by: word)
  }

  /// The school whose list a title or the name of a sheet seems to be: 石桥小学教师花名册.
  func seeming(in title: String) -> String? {
    guard !title.contains(":"), !title.contains(name), !(short.map(title.contains) ?? false) else {
      return nil
    }
    for ending in ["小学", "中学", "学校"] {
      guard let found = title.firstRange(of: ending) else { continue }
      let before = title[..<found.lowerBound]
      let word = String(title[..<found.upperBound])
      guard before.count >= 2, before.count <= 12, before.allSatisfy({ !$0.isASCII }),
        !OwnSchool.general.contains(where: before.contains), !isMeant(by: word)
      else { continue }
      return word
    }
    return nil
  }

  /// Of schools in general, or of a whole county.
  private static let general = [
    "全", "各", "本", "所有", "义务", "农村", "城", "乡", "寄宿", "九年", "完全", "初级", "高级", "公办", "民办", "某", "标准", "优质", "年",
    "县", "市", "区", "省", "中小", "附", "度", "表", "大校额", "大班额", "超规模",
  ]

  /// The school that a line above the heading names as the one whose sheet it is, where that is another: 填报单位：第二小学.
  func other(in title: String) -> String? {
    for label in OwnSchool.labels {
      guard let found = title.firstRange(of: label) else { continue }
      let rest = title[found.upperBound...].drop { "(盖章公)".contains($0) }
      guard rest.first == ":" else { continue }
      var word = String(rest.dropFirst())
      if word.contains(name) || short.map(word.contains) ?? false { return nil }
      for end in OwnSchool.nextLabels {
        word = word.firstRange(of: end).map { String(word[..<$0.lowerBound]) } ?? word
      }
      guard OwnSchool.namesSchool(word), !isMeant(by: word) else { continue }
      return word
    }
    return nil
  }

  private static let campuses = ["校区", "分校", "本部", "学部", "部", "("]
  private static let labels = ["学校名称", "学校(机构)名称", "机构名称", "填报学校", "填报单位", "单位名称", "学校", "单位"]
  /// What may follow in the same line.
  private static let nextLabels = [
    "填表", "填报", "制表", "审核", "负责", "联系", "校长", "日期", "时间", "单位", "(", ":", "20",
  ]
  private static let endings = ["小学", "中学", "学校", "小", "中", "幼儿园", "教学点", "校区", "分校"]

  /// A text that is the name of a school and nothing else: 第二小学, but not 小学学生数.
  static func endsAsName(_ text: String) -> Bool {
    text.count <= 16 && ["小学", "中学", "学校"].contains { text.hasSuffix($0) && text.count > $0.count }
      && !general.contains(where: text.contains)
  }

  private static func isPart(_ word: String, of name: String) -> Bool {
    var rest = name[...]
    for character in word {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  /// 一 and 1 alike.
  private static func numerals(_ text: some StringProtocol) -> [Int] {
    text.filter(WrittenNumbers.isPart).map { WrittenNumbers.digit($0) ?? 10 }
  }

  /// Whether a word ends as names of schools do; 初中 alone is a 学段.
  private static func namesSchool(_ word: String) -> Bool {
    StageWords.stage(of: word) == nil && endings.contains { word.hasSuffix($0) && word.count > $0.count }
  }
}
