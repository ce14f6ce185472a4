/// Whether a member of staff in a school's list still is one.
///
/// Source: 人员状态 of 全国教师管理信息系统.
enum StaffStanding {
  static let headings: Set = ["人员状态", "在岗状态", "在职状态", "教职工状态"]
  private static let gone = ["退休", "离休", "离职", "调出", "辞职", "死亡", "去世", "开除", "辞退", "除名", "终止合同"]

  static func isGone(_ word: String) -> Bool {
    gone.contains(where: word.contains) && !word.contains("返聘") && !word.contains("未")
  }
}
