internal import YiceModel

/// Labels of the rows of a table, with the 学段 of the block that a row stands in: 小学, then #女, 本科 … below it, then 初中.
enum RowLabels {
  private static let sums: Set<String> = ["总计", "合计", "共计", "总数", "全校", "本校", "计"]

  /// By row number.
  static func words(_ sheet: StatisticsSheet) -> [Int: [String]] {
    var words: [Int: [String]] = [:]
    var block: (stage: Stage, column: Int)?
    for row in sheet.rows {
      let labels = sheet.labelColumns.map { LabelText(row.cells.indices.contains($0) ? row.cells[$0] : "") }
      let opening = zip(sheet.labelColumns, labels).first {
        $1.stage == nil && StageWords.stage(of: $1.text) != nil
      }
      if let (column, label) = opening, let stage = StageWords.stage(of: label.text) {
        block = (stage, column)
      } else if let open = block,
        zip(sheet.labelColumns, labels).contains(where: { $0 <= open.column && sums.contains($1.text) })
      {
        block = nil
      }
      let own = labels.flatMap(\.words)
      let hasStage = own.contains { StageWords.stage(of: $0) != nil }
      words[row.number] = own + (hasStage ? [] : block.map { [$0.stage.rawValue] } ?? [])
    }
    return words
  }
}
