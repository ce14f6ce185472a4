/// How one answer serves all rows with a word that was not understood.
enum AnswersHint {
  /// - Parameter words: those of a sheet or of several.
  static func text(_ words: [(column: String, word: String)]) -> String {
    guard let first = words.first else { return "" }
    let more = words.count > 1 ? "（共 \(words.count) 个这样的词）" : ""
    return "认不出的词\(more)可以一次说明它的意思，以后的表也记得：--value \(first.column):\(first.word)=本表允许的值。\n"
  }
}
