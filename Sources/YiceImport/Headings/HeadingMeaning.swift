/// Headings that ask a question of their own about a column: the same 是 says something else under each.
///
/// Source: templates of 全国教师管理信息系统 and of schools' staff lists.
struct HeadingMeaning: Sendable {
  let column: String
  let headings: Set<String>
  /// What a cell says → what the column is told.
  let words: [String: String]
  /// What any other word says: the number of a certificate says that there is one.
  var other: String?

  private static func answers(_ yes: String, _ no: String) -> [String: String] {
    var words: [String: String] = [:]
    for word in TickWords.yes { words[word] = yes }
    for word in TickWords.no { words[word] = no }
    return words
  }

  private static let all = [
    HeadingMeaning(
      column: "backbone",
      headings: [
        "是否县级及以上骨干教师", "是否是县级及以上骨干教师", "是否为县级及以上骨干教师", "县级及以上骨干教师", "县级以上骨干教师", "是否县级以上骨干教师",
      ], words: answers("县级", "无")),
    HeadingMeaning(column: "post", headings: ["是否在编", "在编"], words: answers("在编", "编外")),
    HeadingMeaning(
      column: "certified",
      headings: [
        "教师资格", "教师资格类型", "教师资格种类", "教师资格证种类", "教师资格证号码", "教师资格证编号", "教师资格证号", "教师资格证书号码", "资格证编号", "资格证号",
        "资格证种类", "教师资格类别",
      ],
      words: answers("是", "否").merging([
        "未取得": "否", "暂无": "否", "-": "否", "—": "否", "办理中": "否", "正在办理": "否", "申请中": "否", "未办理": "否",
        "未考取": "否",
        // Nobody knows: 未填.
        "/": "", "不详": "", "不清楚": "",
      ]) { first, _ in first },
      other: "是"),
  ]

  static func of(_ heading: String, in column: String) -> HeadingMeaning? {
    all.first { $0.column == column && $0.headings.contains(heading) }
  }

  /// What a cell tells the column.
  func told(_ cell: String) -> String? { words[cell] ?? other }
}
