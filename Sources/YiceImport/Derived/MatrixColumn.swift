internal import YiceStore

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
      case _ where ClassMatrix.sums.union(ClassMatrix.counts).contains(word): pupils = pupils ?? place
      case _ where CatalogTable.classRoll.column(word)?.name == "boys": boys = boys ?? place
      case _ where HeaderMatcher.girls.contains(word): girls = girls ?? place
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
