/// What people put into a cell that asks 是 or 否.
enum TickWords {
  static let yes: Set = ["是", "√", "✓", "✔", "☑", "●", "1", "有", "Y", "y", "yes", "true"]
  static let no: Set = ["否", "×", "✗", "☐", "0", "无", "没有", "不是", "N", "n", "x", "no", "false"]
  /// Cells that are struck out.
  static let strokes: Set = ["/", "-", "—", "——", "\\"]
}
