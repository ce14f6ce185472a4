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

  /// Why a list with one row a pupil does not say how many pupils a class has.
  static func problem(_ labels: [String], titles: [String], at place: SourceLocation) -> Finding? {
    let tidied = labels.map(HeaderMatcher.tidy)
    if let name = tidied.first(where: PupilWords.names.contains), tidied.count(where: { $0 == name }) > 1 {
      return Finding(
        .error, "side-by-side", at: place, value: name,
        "表里并排放了几栏学生（有几列“\(name)”），没有导入。请把右边各栏接到左边一栏的下面，再导入")
    }
    if let word = PupilWords.some(in: titles.map(HeaderMatcher.tidy)) {
      return Finding(
        .error, "some-pupils", at: place, value: word,
        "这张名单看来只是一部分学生（\(word)），班级人数不能按它计，没有导入。只登记他们的人数的，请在班级表里加那一列（如“留守儿童数”）；其实是全部学生的，请改标题或工作表名")
    }
    return nil
  }
}
