internal import YiceFormats
internal import YiceStore

/// Rows with one filled cell: small headings of groups within a register (一、语文组).
extension SheetWords {
  /// The place of the one filled cell; nil where there are more, or none.
  static func onlyCell(_ row: SheetRow) -> Int? {
    var only: Int?
    for index in 0..<row.count where row.withBytes(index, { !Characters.trimmed($0).isEmpty }) {
      guard only == nil else { return nil }
      only = index
    }
    return only
  }

  /// Whether a text that stands alone, tidied as headings are, is such a heading: 一、语文组, (二)后勤人员, 数学组(5人), 三年级.
  static func isGroup(_ text: String) -> Bool {
    var rest = text[...]
    if rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open > rest.startIndex {
      rest = rest[..<open]
    }
    return isNumbered(String(rest)) || groups.contains(where: rest.hasSuffix)
  }

  /// Whether it is one by its number: 二、运动场地.
  static func isNumbered(_ text: String) -> Bool {
    let number = text.drop { "(第".contains($0) }.prefix(while: WrittenNumbers.isPart)
    guard !number.isEmpty, let next = text[number.endIndex...].first else { return false }
    return "、.)".contains(next) && text[number.endIndex...].count > 1
  }

  /// 运动场地 of 二、运动场地.
  static func withoutNumber(_ text: String) -> Substring {
    isNumbered(text)
      ? text.drop { "(第".contains($0) }.drop(while: WrittenNumbers.isPart).dropFirst() : text[...]
  }

  /// Whether a text that stands alone names nothing: 平均, 无, a stroke, a number.
  static func isNothing(_ text: String) -> Bool {
    nothings.contains(text) || text.allSatisfy { $0.isNumber || "-—/\\".contains($0) }
  }

  /// Whether it is one among things, whose groups are called as they are: 待报废设备, 借用资产.
  static func isGroupOfThings(_ text: String) -> Bool {
    text.count <= 12 && groupsOfThings.contains(where: text.hasSuffix)
  }

  private static let groupsOfThings = ["设备", "资产", "器材", "仪器", "用房", "场地", "场所"]

  private static let nothings: Set = ["平均", "平均数", "无", "略", "空白", "以下空白", "暂无"]

  private static let groups = [
    "组", "部", "年级", "级部", "处室", "办公室", "人员", "教师", "领导班子", "班子", "科室", "类", "情况", "花名册", "名册", "一览表", "统计表",
  ]
}
