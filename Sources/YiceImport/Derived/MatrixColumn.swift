/// A class, or a grade, among the columns of a table of both, with the columns of its pupils: one, or 男 | 女 | 小计 below its
/// name.
struct MatrixColumn {
  /// Of its name in the head.
  let index: Int
  let name: String
  /// Positions of all pupils, of the boys, of the girls; nil for those that the table does not have.
  var pupils: Int?
  var boys: Int?
  var girls: Int?

  private static let sums: Set = ["小计", "合计", "计", "总数", "总计", "人数", "总人数", "学生数"]
  private static let boysWords: Set = ["男", "男生", "男生数", "男生人数"]
  private static let girlsWords: Set = ["女", "女生", "女生数", "女生人数"]

  /// A column with one number a line.
  init(_ index: Int, _ name: String) {
    self.index = index
    self.name = name
    pupils = index
  }

  /// The columns below the name; nil where one of them is nothing of pupils.
  private init?(_ index: Int, _ name: String, below words: ArraySlice<String>) {
    self.index = index
    self.name = name
    for (place, word) in zip(words.indices, words) where !word.isEmpty {
      switch word {
      case _ where MatrixColumn.sums.contains(word): pupils = pupils ?? place
      case _ where MatrixColumn.boysWords.contains(word): boys = boys ?? place
      case _ where MatrixColumn.girlsWords.contains(word): girls = girls ?? place
      default: return nil
      }
    }
    guard pupils != nil || boys != nil && girls != nil else { return nil }
  }

  /// The columns of a head with a second line below it.
  ///
  /// - Parameters:
  ///   - names: of classes, or grades, with their positions in the head's upper line.
  ///   - upper: the head's upper line, which names others too: 合计.
  ///   - lower: the line below it.
  /// - Returns: nil where the lower line is none of 男, 女 and 小计 below each name.
  static func find(_ names: [(index: Int, name: String)], upper: [String], lower: [String]) -> [MatrixColumn]?
  {
    guard let first = names.first, lower.prefix(first.index).allSatisfy(\.isEmpty) else { return nil }
    var columns: [MatrixColumn] = []
    for (index, name) in names {
      let end = upper.indices.first { $0 > index && !upper[$0].isEmpty } ?? lower.count
      guard index < min(end, lower.count),
        let column = MatrixColumn(index, name, below: lower[index..<min(end, lower.count)])
      else { return nil }
      columns.append(column)
    }
    return columns
  }
}
