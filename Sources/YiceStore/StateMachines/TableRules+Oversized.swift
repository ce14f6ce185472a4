private let key = ["org_code", "stage", "entry_year", "class_no"]
private let writers = Writers.headCount

extension TableRules {
  /// 大班额台账: struck off only on a later head count within the limit, with evidence and a verifier whose role may
  /// do it; a later count above the limit brings it back as 反弹 (domain, section 6). A class that left the school as
  /// large as it was is 毕业, which is no 销号 and counts apart.
  static let oversizedClass = TableRules(
    "oversized_class",
    machine: StateMachine(
      states: [
        .init("在册", start: writers, clears: struck + left),
        .init("拟销号", start: writers, needs: [classWithin], clears: struck + left),
        .init(
          "已销号", start: .review,
          needs: [
            classWithin, .filled("struck_on", "销号日期"), .filled("verifier", "核验人"), classProof,
            classStruckAfter,
          ], clears: left),
        .init("反弹", start: .review, needs: [classAbove], clears: struck + left),
        .init(
          "毕业", start: writers, needs: [.filled("left_on", "毕业日期"), classGone], clears: struck),
      ],
      moves: moves(striking: []) + graduations, guarded: struck, guardians: .review, removal: [:]),
    rules: [
      .order("filed_on", "建档日期", "due_on", "计划销号时间"),
      .order("filed_on", "建档日期", "struck_on", "销号日期"),
      .order("filed_on", "建档日期", "left_on", "毕业日期"),
    ])

  /// 大校额台账: the same, the later count standing in the row.
  static let oversizedSchool = TableRules(
    "oversized_school",
    machine: StateMachine(
      states: [
        .init("在册", start: writers, clears: struck),
        .init("拟销号", start: writers, needs: [schoolWithin], clears: struck),
        .init(
          "已销号", start: .review,
          needs: [
            schoolWithin, .filled("struck_on", "销号日期"), .filled("verifier", "核验人"),
            .evidence("struck_basis", of: "oversized_school", key: ["org_code", "filed_on"]),
          ]),
        .init("反弹", start: .review, needs: [schoolAbove], clears: struck),
      ],
      // Only of the move: a school that was struck off is counted again later.
      moves: moves(striking: [.order("recounted_on", "最近核查日期", "struck_on", "销号日期")]), guarded: struck,
      guardians: .review, removal: [:]),
    rules: [
      .order("filed_on", "建档日期", "due_on", "计划销号时间"),
      .order("filed_on", "建档日期", "recounted_on", "最近核查日期"),
      .order("filed_on", "建档日期", "struck_on", "销号日期"),
    ])

  static let oversizedRecount = TableRules(
    "oversized_recount",
    rules: [
      RowRule(
        """
        NOT EXISTS (SELECT 1 FROM {db}.oversized_class AS c WHERE \(same("c.")) AND c.filed_on > n.counted_on)
        """, reads: ["counted_on"], missing: "“核查日期”不能早于该班的“建档日期”")
    ])

  private static func moves(striking needs: [RowRule]) -> [StateMachine.Move] {
    [
      .init("在册", "拟销号", "申请销号", writers),
      .init("反弹", "拟销号", "申请销号", writers),
      .init("拟销号", "在册", "撤回", writers),
      .init("拟销号", "已销号", "销号", .review, needs: needs),
      .init("拟销号", "反弹", "核查又超标", writers),
      .init("已销号", "反弹", "核查又超标", writers),
    ]
  }

  /// Not from 已销号, which stays what it is when the class leaves.
  private static let graduations =
    ["在册", "拟销号", "反弹"].map { StateMachine.Move($0, "毕业", "毕业离校", writers) } + [
      .init("毕业", "在册", "撤回", writers)
    ]

  private static let struck = ["struck_on", "struck_basis", "verifier"]
  private static let left = ["left_on"]

  private static func same(_ alias: String) -> String {
    key.map { "\(alias)\($0) = n.\($0)" }.joined(separator: " AND ")
  }

  /// The newest count after filing.
  private static let newestCount = """
    (SELECT r.head_count FROM {db}.oversized_recount AS r
      WHERE \(same("r.")) AND r.counted_on > n.filed_on ORDER BY r.counted_on DESC LIMIT 1)
    """
  private static let classWithin = RowRule(
    "coalesce(\(newestCount) <= n.limit_count, 0)", reads: ["limit_count", "filed_on"],
    missing: "建档之后的核查人数在班额上限以内（先用 yice oversize count 登记核查）")
  private static let classAbove = RowRule(
    "coalesce(\(newestCount) > n.limit_count, 0)", reads: ["limit_count", "filed_on"],
    missing: "建档之后的核查人数超过班额上限（先用 yice oversize count 登记核查）")
  /// No class list of a school year that began later has the class; school years begin in September.
  package static let classGone = RowRule(
    """
    NOT EXISTS (SELECT 1 FROM {db}.class_roll AS c WHERE \(same("c."))
      AND c.school_year > CAST(substr(n.left_on, 1, 4) AS INTEGER) - (substr(n.left_on, 6, 2) < '09'))
    """, reads: ["left_on"], missing: "该班不在毕业之后学年的班级册里")
  /// Of the day of striking off, so that later counts within the limit leave it true.
  private static let classStruckAfter = RowRule(
    """
    coalesce((SELECT r.head_count FROM {db}.oversized_recount AS r
      WHERE \(same("r.")) AND r.counted_on > n.filed_on AND r.counted_on <= n.struck_on
      ORDER BY r.counted_on DESC LIMIT 1) <= n.limit_count, 0)
    """, reads: ["struck_on"], missing: "“销号日期”不能早于班额以内的那次核查")
  /// A text, a file attached to the entry, or what the count within the limit rests on.
  private static let classProof = RowRule(
    """
    (n.struck_basis IS NOT NULL OR EXISTS (SELECT 1 FROM {db}.evidence AS e
      WHERE e.org_code = n.org_code AND e.subject_table = 'oversized_class'
        AND e.subject_key = \(key.map { "n.\($0)" }.joined(separator: " || '/' || ")))
    OR EXISTS (SELECT 1 FROM {db}.oversized_recount AS r
      WHERE \(same("r.")) AND r.counted_on > n.filed_on AND r.evidence IS NOT NULL AND r.head_count <= n.limit_count))
    """, reads: ["struck_basis"], missing: "销号依据或佐证材料")
  private static let schoolWithin = RowRule(
    "coalesce(n.recounted_on > n.filed_on AND n.recount <= n.limit_count, 0)",
    reads: ["recounted_on", "recount", "limit_count"], missing: "建档之后的核查人数在规模上限以内")
  private static let schoolAbove = RowRule(
    "coalesce(n.recounted_on > n.filed_on AND n.recount > n.limit_count, 0)",
    reads: ["recounted_on", "recount", "limit_count"], missing: "建档之后的核查人数超过规模上限")
}
