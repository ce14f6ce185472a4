package import YiceModel
package import YiceStandards

extension ReadingCondition {
  /// As SQL over a register's row beside table `word`, which holds the profile's lists.
  package func sql(_ prefix: String = "") -> String {
    switch self {
    case .yes(let column): "\(prefix)\(column) = 1"
    case .notYes(let column): "coalesce(\(prefix)\(column), 0) = 0"
    case .filled(let column): "\(prefix)\(column) IS NOT NULL"
    case .amongOrYes(let column, let words, let other):
      "(\(ReadingCondition.isOne("\(prefix)\(column)", of: words)) OR \(prefix)\(other) = 1)"
    case .listed(let column, let lists):
      "\(prefix)\(column) IN (SELECT w.word FROM word AS w WHERE w.list IN (\(lists.map(ReadingCondition.quoted).joined(separator: ", "))))"
    case .listedForStage(let column, let list):
      "\(prefix)\(column) IN (SELECT w.word FROM word AS w WHERE w.list = '\(list)' AND w.stage = \(prefix)stage)"
    case .yesOrListed(let column, let other, let list):
      "coalesce(\(prefix)\(column), \(prefix)\(other) IN (SELECT w.word FROM word AS w WHERE w.list = '\(list)'), 0) = 1"
    }
  }

  /// The word of the profile's list that a row has, as table `w` to join: the row counts by there being one; nil where
  /// other things decide. Joined and not asked for in a subquery, for not every engine takes one there (Decision 0200).
  func joinedWord(_ prefix: String, stage: String) -> String? {
    func word(_ list: String, _ stage: String, _ column: String) -> String {
      "word AS w ON w.list = '\(list)' AND w.stage = \(stage) AND w.word = \(prefix)\(column)"
    }
    switch self {
    case .listed(let column, let lists) where lists.count == 1: return word(lists[0], "''", column)
    case .listedForStage(let column, let list): return word(list, stage, column)
    case .yesOrListed(_, let other, let list): return word(list, "''", other)
    default: return nil
    }
  }

  /// As SQL that stands by itself: the words are written out, those of the 学段 where it matters.
  package func sql(_ rule: RegisterRule, stage: Stage) -> String {
    switch self {
    case .listed(let column, let lists):
      ReadingCondition.isOne(column, of: lists.flatMap { rule.lists[$0] ?? [] })
    case .listedForStage(let column, _):
      ReadingCondition.isOne(column, of: rule.aboveQualification[stage] ?? [])
    case .yesOrListed(let column, let other, let list):
      "coalesce(\(column), \(ReadingCondition.isOne(other, of: rule.lists[list] ?? []))) = 1"
    default: sql()
    }
  }

  private static func isOne(_ column: String, of words: [String]) -> String {
    "\(column) IN (\(words.map(quoted).joined(separator: ", ")))"
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
