internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Which columns of a list with one row a pupil say the class, and what of the pupil a class counts. Of the pupil nothing
/// else is read, and nothing that tells one from another leaves this file's counting.
/// Decision 0132.
struct PupilSheet {
  /// Columns that say which class, as the class register knows them: position and heading.
  let carried: [(index: Int, heading: String)]
  /// Position of the class's name among the sheet's columns, where grade and number stand together.
  let className: Int?
  let name: Int
  let numbers: [Int]
  let birth: Int?
  let entry: Int?
  let state: Int?
  let flags: [(index: Int, flag: PupilWords.Flag)]
  /// Columns that are not read at all.
  let unread: Int
  /// The class register's columns name a 学段 or a grade.
  let saysGrade: Bool

  private static let kept: Set = [
    "org_code", "school_year", "stage", "entry_year", "class_no", "grade", "campus",
  ]

  /// - Returns: `nil` where the rows are no pupils.
  init?(_ labels: [String], _ matcher: HeaderMatcher) {
    guard matcher.table.name == CatalogTable.classRoll.name else { return nil }
    let tidied = labels.map(HeaderMatcher.tidy)
    let columns = tidied.map { matcher.columnName($0) }
    func first(_ words: Set<String>) -> Int? { tidied.firstIndex { words.contains($0) } }
    guard let name = first(PupilWords.names), columns.contains("class_no"), !columns.contains("head_count")
    else { return nil }
    let carried = tidied.indices.filter { index in
      columns[index].map(PupilSheet.kept.contains) ?? (CatalogTable.org.column(tidied[index])?.name == "name")
    }
    self.name = name
    self.carried = carried.map { ($0, labels[$0]) }
    className = carried.first { HeaderMatcher.classNameHeadings.contains(tidied[$0]) }
    numbers = tidied.indices.filter { PupilWords.numbers.contains(tidied[$0]) }
    birth = first(PupilWords.births)
    entry = first(PupilWords.entries)
    state = first(PupilWords.states)
    flags = PupilWords.flags.compactMap { flag in first(flag.headings).map { ($0, flag) } }
    unread = tidied.count { !$0.isEmpty } - carried.count - flags.count
    saysGrade = columns.contains("grade") || columns.contains("stage") || columns.contains("entry_year")
  }
}
