internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Counts a list of pupils into classes.
/// Decision 0132.
struct PupilCount {
  /// One class: what its rows say of it, and how many of them there are.
  private struct Group {
    let row: Int
    var cells: [String]
    var stage: Stage?
    var pupils = 0
    /// By flag: yes, and known at all.
    var yes: [Int]
    var known: [Int]
  }

  private let sheet: PupilSheet
  private let stages: StageSystem
  private let place: SourceLocation
  private var groups: [String: Group] = [:]
  /// Hashes of pupils seen, with row and class.
  private var seen: [Int: (row: Int, group: String)] = [:]
  private var order: [String] = []
  private var pupils = 0
  private var gone: [Int] = []
  /// Of whom a remark says that they may have left.
  private var doubtful: [Int] = []
  /// Rows that name nobody: pre-numbered ones, titles, sums.
  private var lines: [Int] = []
  private var classAbove: String?
  private var classless: [Int] = []
  private var blank: [Int: Int] = [:]
  private var strange: [String: (flag: Int, word: String, row: Int, count: Int)] = [:]
  private var twice: [Finding] = []

  init(_ sheet: PupilSheet, stages: StageSystem, at place: SourceLocation) {
    self.sheet = sheet
    self.stages = stages
    self.place = place
  }

  mutating func add(_ row: SheetRow) {
    func text(_ index: Int?) -> String { index.map { HeaderMatcher.tidy(row[$0]) } ?? "" }
    if let state = sheet.state, PupilWords.gone.contains(where: text(state).contains) {
      return gone.append(row.number)
    }
    if let only = SheetWords.onlyCell(row) {
      // A line below one class may begin the next.
      let title = HeaderMatcher.tidy(row[only])
      let name = PupilSheet.className(in: title)
      if sheet.classOfSheet != nil, let name { classAbove = name }
      if name != nil || only != sheet.name || title.count > PupilCount.longestName {
        return lines.append(row.number)
      }
    }
    guard PupilCount.isName(text(sheet.name)) || sheet.numbers.contains(where: { !text($0).isEmpty }) else {
      return lines.append(row.number)
    }
    var cells = sheet.cells(row, below: classAbove)
    let classPlace =
      sheet.classOfSheet == nil
      ? sheet.carried.firstIndex { $0.index == sheet.className } : cells.indices.last
    let numberPlace = sheet.carried.firstIndex { HeaderMatcher.tidy($0.heading) == "班号" }
    guard let place = classPlace ?? numberPlace, !cells[place].isEmpty else {
      return classless.append(row.number)
    }
    var named = ClassName(cells[place], stages)
    if let name = named, !name.namesGrade, !sheet.saysGrade,
      let year = PupilCount.year(text(sheet.entry))
    {
      cells[place] = "\(year)级\(cells[place])"
      named = ClassName(cells[place], stages)
    }
    let words = cells.enumerated().map { index, cell in
      guard index == classPlace, let named else { return HeaderMatcher.tidy(cell) }
      return named.label
    }
    // 2022级1班 is two classes in a school with two 学段.
    var stage: Stage?
    if let entered = named?.entryYear, named?.grade == nil, !sheet.saysGrade,
      let born = PupilCount.year(text(sheet.birth))
    {
      stage = PupilCount.stage(entryAge: entered - born)
    }
    let key = (words + [stage?.rawValue ?? ""]).joined(separator: "\u{1F}")
    guard isNew(row, key) else { return }
    if groups[key] == nil {
      let none = sheet.flags.map { _ in 0 }
      groups[key] = Group(row: row.number, cells: cells, stage: stage, yes: none, known: none)
      order.append(key)
    }
    pupils += 1
    groups[key]?.pupils += 1
    if PupilWords.mayBeGone(text(sheet.remark)) { doubtful.append(row.number) }
    for (index, flag) in sheet.flags.enumerated() {
      let word = text(flag.index)
      guard !word.isEmpty else {
        blank[index, default: 0] += 1
        continue
      }
      guard let answer = PupilWords.answer(word, flag.flag) else {
        let told = strange["\(index) \(word)"]
        strange["\(index) \(word)"] = (index, word, told?.row ?? row.number, (told?.count ?? 0) + 1)
        continue
      }
      groups[key]?.known[index] += 1
      if answer { groups[key]?.yes[index] += 1 }
    }
  }

  /// Whether the row is a pupil who was not counted yet: the same number, or without one the same name and birth.
  private mutating func isNew(_ row: SheetRow, _ group: String) -> Bool {
    let number = sheet.numbers.map { HeaderMatcher.tidy(row[$0]) }.filter { !$0.isEmpty }
    let birth = sheet.birth.map { HeaderMatcher.tidy(row[$0]) } ?? ""
    guard !number.isEmpty || !birth.isEmpty else { return true }
    let name = HeaderMatcher.tidy(row[sheet.name])
    let whole = number.first { $0.count >= 15 }
    var hasher = Hasher()
    if let whole { hasher.combine(whole.uppercased()) } else { hasher.combine(number + [name, birth]) }
    let hash = hasher.finalize()
    guard let first = seen[hash] else {
      seen[hash] = (row.number, group)
      return true
    }
    let other = first.group == group ? "" : "，而班级不同：请核对他在哪个班"
    var place = place
    place.row = row.number
    twice.append(Finding(.warning, "pupil-twice", at: place, "与第 \(first.row) 行是同一名学生，只计一次\(other)"))
    return false
  }

  // MARK: - Result

  /// The classes as rows of the class register.
  func rows(of list: HeadedRows) -> DerivedRows {
    let groups = merged()
    let hasStage = groups.contains { $0.stage != nil }
    let counts = sheet.flags.compactMap { CatalogTable.classRoll.column($0.flag.column)?.label }
    return DerivedRows(
      list.source, titles: list.titles,
      headings: sheet.headings + (hasStage ? ["学段"] : []) + ["班级人数"] + counts,
      headingRow: list.heading.rows.upperBound,
      rows: groups.map { group in
        let flags = sheet.flags.indices.map { group.known[$0] == 0 ? "" : String(group.yes[$0]) }
        return (
          group.row,
          group.cells + (hasStage ? [group.stage?.rawValue ?? ""] : []) + [String(group.pupils)] + flags
        )
      })
  }

  /// Classes of one name: pupils whose birth does not go with their class's, or is not told, are of the class that most
  /// are of.
  private func merged() -> [Group] {
    let all = order.compactMap { key in
      let name = key.split(separator: "\u{1F}", omittingEmptySubsequences: false).dropLast()
      return groups[key].map { (name: name.joined(separator: "\u{1F}"), group: $0) }
    }
    return all.reduce(into: [(name: String, group: Group)]()) { kept, next in
      guard let place = kept.firstIndex(where: { $0.name == next.name && isOne($0.group, next.group) }) else {
        return kept.append(next)
      }
      var (large, small) = (kept[place].group, next.group)
      if small.pupils > large.pupils { swap(&large, &small) }
      var whole = Group(
        row: min(large.row, small.row), cells: large.cells, stage: large.stage ?? small.stage,
        pupils: large.pupils + small.pupils, yes: large.yes, known: large.known)
      for index in sheet.flags.indices {
        whole.yes[index] += small.yes[index]
        whole.known[index] += small.known[index]
      }
      kept[place].group = whole
    }.map(\.group)
  }

  private func isOne(_ left: Group, _ right: Group) -> Bool {
    left.stage == nil || right.stage == nil || left.stage == right.stage
      || min(left.pupils, right.pupils) * 5 < max(left.pupils, right.pupils)
  }

  /// What is to be said of the list; never who is in it.
  var findings: [Finding] {
    var found = [
      Finding(
        .note, "pupil-list", at: place,
        "一人一行的学生名单：\(pupils) 名学生已按班汇总成 \(merged().count) 个班；姓名、证件号、住址等 \(sheet.unread) 列不存入文件")
    ]
    let classes = merged().count
    if classes >= PupilCount.fewestClasses, pupils < classes * PupilCount.fewestPupils {
      found.append(
        Finding(
          .warning, "few-pupils", at: place,
          "\(classes) 个班一共只有 \(pupils) 人，看来不是全部学生的名单：不是的请用 yice undo 撤销"))
    }
    found += twice.prefix(PupilCount.shown)
    if twice.count > PupilCount.shown {
      found.append(
        Finding(.warning, "pupil-twice", at: place, "还有 \(twice.count - PupilCount.shown) 行与前面的行是同一名学生，都只计一次")
      )
    }
    func told(_ rows: [Int], _ severity: Finding.Severity, _ code: String, _ words: String) {
      guard let first = rows.first else { return }
      var place = place
      place.row = first
      found.append(Finding(severity, code, at: place, "有 \(rows.count) 行\(words)（这是第一行）"))
    }
    told(lines, .warning, "no-name", "没有姓名，不是一名学生，没有计入")
    told(classless, .warning, "no-class", "没有班级，没有计入任何一个班")
    told(doubtful, .warning, "may-not-count", "的备注说学生也许已转出或离校，仍计入班级人数；不在校的请在原表删去再导入")
    told(gone, .note, "left-school", "写着已转出、毕业或离校，没有计入")
    for index in sheet.flags.indices {
      guard let count = blank[index], count > 0 else { continue }
      var place = place
      place.column = CatalogTable.classRoll.column(sheet.flags[index].flag.column)?.label
      found.append(
        Finding(
          .note, "blank-flag", at: place,
          count == pupils ? "这一列全是空的，没有计数" : "有 \(count) 名学生没有填，只按已填的计数"))
    }
    for (_, word) in strange.sorted(by: { $0.value.row < $1.value.row }) {
      var place = place
      place.row = word.row
      place.column = CatalogTable.classRoll.column(sheet.flags[word.flag].flag.column)?.label
      found.append(
        Finding(.warning, "unknown-word", at: place, "这样的写法认不出是“是”还是“否”，有 \(word.count) 行（这是第一行），没有计数"))
    }
    return found
  }

  private static let longestName = 20

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.allSatisfy(\.isNumber) && !SheetWords.isNothing(text) && !SheetWords.isGroup(text)
  }

  private static let shown = 50
  /// Fewer in so many classes are rarely all of their pupils.
  private static let fewestPupils = 3
  private static let fewestClasses = 3

  /// The year that a date begins with: 201909, 2019-09-01, 2019年9月.
  private static func year(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard digits.count == 4 || digits.count == 6 || digits.count == 8, let year = Int(digits.prefix(4)) else {
      return nil
    }
    return (1980...2099).contains(year) ? year : nil
  }

  /// 六 or 七周岁 enter 小学, 十二 or so 初中.
  private static func stage(entryAge age: Int) -> Stage? {
    switch age {
    case 4...9: .primary
    case 10...15: .junior
    default: nil
    }
  }
}
