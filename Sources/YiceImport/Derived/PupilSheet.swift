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
  /// 备注, which may say that a pupil has left.
  let remark: Int?
  let flags: [(index: Int, flag: PupilWords.Flag)]
  /// Columns that are not read at all.
  let unread: Int
  /// The class register's columns name a 学段 or a grade.
  let saysGrade: Bool
  /// The class of all of them, where no column says it: of the sheet's name or title.
  let classOfSheet: String?
  /// The sheet's name and its title name two classes.
  let contradicts: Bool

  private static let kept: Set = [
    "org_code", "school_year", "stage", "entry_year", "class_no", "grade", "campus",
  ]

  /// - Parameters:
  ///   - place: the file and the sheet; the file's name says the class where the sheet does not.
  ///   - titles: what stands above its heading.
  /// - Returns: `nil` where the rows are no pupils.
  init?(_ labels: [String], _ matcher: HeaderMatcher, at place: SourceLocation, titles: [String]) {
    guard matcher.table.name == CatalogTable.classRoll.name else { return nil }
    let tidied = labels.map(HeaderMatcher.tidy)
    let columns = tidied.map { matcher.columnName($0) }
    func first(_ words: Set<String>) -> Int? { tidied.firstIndex { words.contains($0) } }
    guard let name = first(PupilWords.names), !columns.contains("head_count") else { return nil }
    let isTold = columns.contains("class_no") || PupilSheet.isOfTeachers(tidied)
    let classes =
      isTold
      ? []
      : [place.sheet.flatMap(PupilSheet.className(ofSheet:))].compactMap(\.self)
        + titles.compactMap(PupilSheet.className(in:))
    let ofFile = isTold ? nil : place.file.flatMap { PupilSheet.className(in: PupilSheet.bare($0)) }
    classOfSheet = classes.first ?? ofFile
    contradicts = Set(classes.map { ClassName($0)?.label }).count > 1
    guard columns.contains("class_no") || classOfSheet != nil else { return nil }
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
    remark = first(PupilWords.remarks)
    flags = PupilWords.flags.compactMap { flag in first(flag.headings).map { ($0, flag) } }
    unread = tidied.count { !$0.isEmpty } - carried.count - flags.count
    saysGrade = columns.contains("grade") || columns.contains("stage") || columns.contains("entry_year")
  }

  /// Whether a sheet that nobody called one of classes is one: lists of 班主任 have names and classes, too.
  var isSure: Bool { !numbers.isEmpty || !flags.isEmpty || classOfSheet != nil }

  /// A file's name without what comes after the last dot.
  private static func bare(_ file: String) -> String {
    String(file.lastIndex(of: ".").map { file[..<$0] } ?? file[...])
  }

  private static func isOfTeachers(_ labels: [String]) -> Bool {
    let teachers = HeaderMatcher(.teacher)
    let telling = OwnNumber.of(.teacher)?.telling ?? []
    return labels.contains { teachers.columnName($0).map(telling.contains) ?? false }
  }

  /// The row whose headings are those of pupils, of whose class none of them may say anything.
  static func headingLine(_ grid: HeadGrid, _ matcher: HeaderMatcher) -> Int? {
    guard matcher.table.name == CatalogTable.classRoll.name else { return nil }
    return grid.lines.first { line in
      line.own.contains(where: PupilWords.names.contains)
        && line.own.contains { PupilWords.besideNames.contains($0) }
    }?.number
  }

  /// The one class that a sheet's name or title ends with: 一(1)班, 石桥小学三年级2班学生名册.
  static func className(in title: String) -> String? {
    var text = HeaderMatcher.tidy(title)
    guard text.count <= longestTitle, text.contains("班") else { return nil }
    while let ending = endings.first(where: text.hasSuffix) { text.removeLast(ending.count) }
    return text.indices.lazy.filter { isStart($0, of: text) }.map { String(text[$0...]) }.first(
      where: isClass)
  }

  /// 2班 is nothing of 12班.
  private static func isStart(_ index: String.Index, of text: String) -> Bool {
    !text[index].isASCII || !text[index].isNumber
      || text[..<index].last.map { $0.isASCII && $0.isNumber } != true
  }

  /// The class that a sheet of pupils is named after without the word for it: 101, 一1, 三(2).
  static func className(ofSheet name: String) -> String? {
    let text = HeaderMatcher.tidy(name)
    guard text.count <= longestBareName,
      text.allSatisfy({ WrittenNumbers.isPart($0) || "().-年级".contains($0) }), isClass(text + "班")
    else { return className(in: name) }
    return text + "班"
  }

  private static func isClass(_ text: String) -> Bool {
    ClassName(text).map { $0.classNo != nil && $0.namesGrade } ?? false
  }

  private static let longestBareName = 8

  private static let endings = ["学生", "花名册", "名册", "名单", "一览表", "信息", "基本情况", "登记", "统计", "表", "册"]
  private static let longestTitle = 40

  /// Headings of the class's columns.
  var headings: [String] { carried.map(\.heading) + (classOfSheet == nil ? [] : ["班级"]) }

  /// What a row says below them.
  ///
  /// - Parameter title: the class that a line above the row names, where none of its columns does.
  func cells(_ row: SheetRow, below title: String?) -> [String] {
    carried.map { Characters.trimmed(row[$0.index]) } + (classOfSheet.map { [title ?? $0] } ?? [])
  }

  /// Why a list with one row a pupil does not say how many pupils a class has.
  func problem(titles: [String], at place: SourceLocation) -> Finding? {
    if contradicts {
      return Finding(
        .error, "two-classes", at: place, "工作表的名字和标题写的是不同的班，不知道是哪一个班的学生，没有导入。请改正其中一处")
    }
    if let word = PupilWords.some(in: titles.map(HeaderMatcher.tidy)) {
      return Finding(
        .error, "some-pupils", at: place, value: word,
        "这张名单看来只是一部分学生（\(word)），班级人数不能按它计，没有导入。只登记他们的人数的，请在班级表里加那一列（如“留守儿童数”）；其实是全部学生的，请改标题或工作表名")
    }
    return nil
  }
}
