extension TableRules {
  /// 标准化建设台账: 未启动 → 实施中 → 已完成 → 已达标; a line without a state has not begun.
  static let standardizationItem = TableRules(
    "standardization_item",
    machine: StateMachine(
      states: [
        .init("", start: .register),
        .init("未启动", start: .register),
        .init("实施中", start: .register),
        .init("已完成", start: .register, needs: [.filled("done_on", "实际完成日期")]),
        .init("已达标", start: .register, needs: [reached]),
      ],
      moves: [
        .init("", "未启动", "列入计划", .register),
        .init("", "实施中", "开工", .register),
        .init("", "已达标", "认定达标", .register),
        .init("未启动", "", "移出计划", .register),
        .init("未启动", "实施中", "开工", .register),
        .init("未启动", "已达标", "认定达标", .register),
        .init("实施中", "未启动", "停工", .register),
        .init("实施中", "已完成", "完工", .register),
        .init("实施中", "已达标", "认定达标", .register),
        .init("已完成", "已达标", "认定达标", .register),
        .init("已完成", "实施中", "返工", .register),
        .init("已达标", "未启动", "标准或现状变化", .register),
        .init("已达标", "实施中", "标准或现状变化", .register),
      ],
      guarded: [], guardians: .register,
      removal: ["": .register, "未启动": .register, "实施中": .register, "已完成": .register, "已达标": .register]))

  private static let reached = RowRule(
    "(n.required IS NOT NULL AND coalesce(n.actual >= n.required, 0))", reads: ["required", "actual"],
    missing: "现状达到标准（应配）")
}
