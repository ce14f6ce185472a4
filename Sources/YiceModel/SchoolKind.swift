/// 学校类别, as the statistics tell schools apart, with the 学段 that each runs.
///
/// Source: 学校（机构）代码 类别码 (domain of 学校类别); 附设幼儿班 may stand at any of them.
package enum SchoolKind {
  /// nil for a kind that may run any 学段 (特殊教育学校), and for words that are no kind.
  package static func stages(of kind: String) -> [Stage]? { stages[kind] }

  private static let stages: [String: [Stage]] = [
    "小学": [.primary], "教学点": [.primary], "初级中学": [.junior], "高级中学": [.senior], "中等职业学校": [.senior],
    "完全中学": [.junior, .senior], "九年一贯制学校": [.primary, .junior], "十二年一贯制学校": [.primary, .junior, .senior],
    "幼儿园": [.kindergarten],
  ]
}
