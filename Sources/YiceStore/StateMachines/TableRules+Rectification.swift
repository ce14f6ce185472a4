/// Decision 0031.
private let key = ["org_code", "id"]

extension TableRules {
  /// 整改清单: 待整改 → 整改中 → 待核验 → 已销号 or 退回 (domain, section 7).
  static let rectification = TableRules(
    "rectification",
    machine: StateMachine(
      states: [
        .init("待整改", start: .everyone, clears: struck),
        .init("整改中", start: .everyone, clears: struck),
        .init("待核验", start: .everyone, needs: [.filled("done_on", "完成日期"), proof], clears: struck),
        .init(
          "已销号", start: .review,
          needs: [
            .filled("done_on", "完成日期"), .filled("struck_on", "销号日期"), .filled("verifier", "核验人"), proof,
          ]),
        .init("退回", start: .review, needs: [returned], clears: struck),
      ],
      moves: [
        .init("待整改", "整改中", "开始整改", .everyone),
        .init("待整改", "待核验", "提交核验", .everyone),
        .init("整改中", "待核验", "提交核验", .everyone),
        .init("退回", "整改中", "重新整改", .everyone),
        .init("退回", "待核验", "再次提交", .everyone),
        .init("待核验", "整改中", "撤回", .everyone),
        .init("待核验", "已销号", "销号", .review),
        .init("待核验", "退回", "退回", .review),
        .init("已销号", "整改中", "重新打开", .review, needs: [returned]),
      ],
      guarded: ["struck_on", "verifier_unit", "verifier"], guardians: .review,
      removal: ["待整改": .everyone]),
    rules: [
      .order("found_on", "检查日期", "due_on", "整改时限"),
      .order("found_on", "检查日期", "done_on", "完成日期"),
      .order("done_on", "完成日期", "struck_on", "销号日期"),
    ])

  private static let struck = ["struck_on", "verifier_unit", "verifier"]
  private static let proof = RowRule.evidence("evidence", of: "rectification", key: key)
  private static let returned = RowRule.verdict(
    "退回", of: "rectification", key: key, missing: "写明理由的退回意见（yice rectify return … --reason 理由）")

  static let rectificationProgress = TableRules(
    "rectification_progress",
    rules: [
      RowRule(
        """
        NOT EXISTS (SELECT 1 FROM {db}.rectification AS r WHERE r.org_code = n.org_code
          AND r.id = n.rectification_id AND r.found_on > n.reported_on)
        """, reads: ["reported_on"], missing: "“日期”不能早于该问题的“检查日期”")
    ])

  static let verdict = TableRules(
    "verdict",
    rules: [
      RowRule(
        """
        NOT EXISTS (SELECT 1 FROM {db}.rectification AS r WHERE n.subject_table = 'rectification'
          AND r.org_code = n.org_code AND r.org_code || '/' || r.id = n.subject_key AND r.done_on > n.verified_on)
        """, reads: ["verified_on"], missing: "“核验日期”不能早于该问题的“完成日期”")
    ])
}
