internal import YiceModel

/// What a form calls a 数据项: 小学学生人数, 教学仪器设备资产值(账面原值)(万元), 初中：专任教师数.
struct ElementWord: Equatable {
  let element: Element
  let stage: Stage?
  /// What the words say the figure is in.
  let unit: String?

  /// Remarks in parentheses that change nothing about the amount.
  private static let remarks = ["账面原值", "账面值", "原值", "合计", "总数", "全校", "本校", "在籍", "必填"]
  private static let beginnings = ["全校", "本校", "学校", "现有", "其中:", "其中"]
  /// Ways to say the same amount.
  private static let sayings = [
    ("人数", "数"), ("总数", "数"), ("总人数", "数"), ("数量", "数"), ("个数", "数"), ("总面积", "面积"), ("总册数", "册数"),
    ("间数", "数"),
    ("建筑面积", "面积"), ("总建筑面积", "面积"),
    ("总值", "值"), ("资产总值", "值"), ("", "数"), ("", "面积"),
  ]

  /// - Returns: `nil` where the words name no 数据项.
  init?(_ written: String) {
    var text = HeaderMatcher.tidy(written)
    for remark in ElementWord.remarks { text = text.replacing("(\(remark))", with: "") }
    let label = LabelText(text)
    text = label.text.filter { $0 != ":" }
    if let element = ElementWord.element(text) {
      self.init(element: element, stage: label.stage, unit: label.unit)
      return
    }
    // The 学段 stands before the amount.
    for length in (2...min(6, max(2, text.count))).reversed() {
      guard let stage = StageWords.stage(of: String(text.prefix(length))) else { continue }
      let rest = text.dropFirst(length).drop { ":-—/的、".contains($0) }
      guard let element = ElementWord.element(String(rest)) else { continue }
      self.init(element: element, stage: stage, unit: label.unit)
      return
    }
    return nil
  }

  private init(element: Element, stage: Stage?, unit: String?) {
    self.element = element
    self.stage = stage
    self.unit = unit
  }

  private static func element(_ text: String) -> Element? {
    guard !text.isEmpty else { return nil }
    var words = [text]
    for beginning in beginnings where text.hasPrefix(beginning) {
      words.append(String(text.dropFirst(beginning.count)))
    }
    for word in words {
      if let element = Element.named(word) { return element }
      for (ending, other) in sayings where word.hasSuffix(ending) && word.count > ending.count {
        if let element = Element.named(word.dropLast(ending.count) + other) { return element }
      }
    }
    return nil
  }
}
