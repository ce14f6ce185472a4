internal import YiceModel

/// Whether a cell's labels are those of a rule, and of its 学段.
/// Decision 0131.
struct LabelMatch {
  /// 学段 that labels of the table name: a cell that names none is then the sum of several.
  let namedStages: Set<Stage>

  /// - Parameters:
  ///   - labels: of the cell, from its column and its row.
  ///   - stage: 学段 of a cell whose labels name none.
  func matches(
    _ labels: [String], _ cell: StatisticsTable.Cell, _ rule: StatisticsTable.Rule, unnamed stage: Stage?
  ) -> Bool {
    let told = Set(labels.compactMap(StageWords.stage))
    guard told.isEmpty || told == rule.stage.map({ [$0] }) else { return false }
    let rest = labels.filter { StageWords.stage(of: $0) == nil }
    if let own = rule.stage, told.isEmpty, !rest.contains(where: { rule.names(own, in: $0) }) {
      guard namedStages.isEmpty, stage == own else { return false }
    }
    guard cell.labels.allSatisfy({ list in rest.contains { list.contains($0) } }) else { return false }
    return rest.allSatisfy { label in
      cell.labels.contains { $0.contains(label) } || StatisticsTable.neutral.contains(label)
        || rule.within.contains(label)
    }
  }
}

extension StatisticsTable.Rule {
  /// 小学在校生数: the label says the 学段 itself.
  func names(_ stage: Stage, in label: String) -> Bool {
    label.hasPrefix(stage.rawValue)
      && ways.contains { $0.contains { $0.labels.contains { $0.contains(label) } } }
  }
}
