internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Which class a row is of: by its name, and by 年级, 学段 and 入学年份 beside it, which must not contradict each other.
///
/// Decision 0115.
extension RowReader {
  /// What the words of 年级 say beside a grade: 小学 of 小学三年级, 2020 of 2020级.
  struct GradeWords {
    var stage: Stage?
    var entryYear: Int?
    var leavingYear: Int?
  }

  /// Why a row's class is not known.
  struct ClassProblem: Error {
    var code = "bad-class"
    /// Heading and text of the cell that says it; nil for what no cell says.
    var heading: String?
    var value: String?
    let message: String
  }

  /// Reads 年级 where it is words: 一, 小学三年级, 初一, 2020级.
  ///
  /// - Returns: whether it did; else the cell is read as the catalog says.
  func takeGrade(_ cell: UnsafeBufferPointer<UInt8>) throws(ValueProblem) -> Bool {
    guard let slot = gradeSlot, cell.contains(where: { $0 >= 0x80 }) else { return false }
    let text = Characters.plain(cell)
    guard let named = ClassName(text, stages) else {
      guard hasOwnStages, ClassName.namesStage(text) else { return false }
      throw ValueProblem(code: "bad-grade", message: unclearByStages("六年级、七年级"))
    }
    if let entry = named.entryYear, named.grade == nil, named.classNo == nil, classSlot != nil {
      gradeWords = GradeWords(stage: named.stage, entryYear: entry)
      return true
    }
    if let year = named.leavingYear, named.grade == nil, named.classNo == nil, classSlot != nil {
      gradeWords = GradeWords(stage: named.stage, leavingYear: year)
      return true
    }
    let isNumber = named.entryYear == nil && text.allSatisfy(WrittenNumbers.isPart)
    guard
      let grade = named.classNo == nil ? named.grade : isNumber && named.grade == nil ? named.classNo : nil,
      (1...stages.lastGrade).contains(grade)
    else { return false }
    values[slot] = .integer(Int64(grade))
    gradeWords = GradeWords(stage: named.stage)
    return true
  }

  /// Fills in 年级, 班号, 学段 and 入学年份 as far as the row's cells tell them.
  func completeClass(_ cells: SheetCells, _ report: (Finding) -> Void, _ row: SheetRow) throws(ClassProblem) {
    let name = try className(cells)
    let column = givenStageSlot.flatMap { Stage(word: text(values[$0])) }
    let stage = column ?? name.stage ?? gradeWords.stage ?? ownSheetStage
    for said in [name.stage, gradeWords.stage] {
      if let said, let stage, said != stage {
        throw problem(cells, "班级或年级写的是\(said.rawValue)，同一行里别处写的是\(stage.rawValue)")
      }
    }
    let given = gradeSlot.flatMap { integer($0) }.map { settled(Int($0), stage) }
    let told = name.grade.map { settled($0, stage) }
    if let given, let told, told != given { throw problem(cells, "班级写的是 \(told) 年级，年级一列写的是 \(given)") }
    if let one = name.entryYear, let other = gradeWords.entryYear, one != other {
      throw problem(cells, "班级写的是 \(one) 级，年级一列写的是 \(other) 级")
    }
    let leaving = try (name.leavingYear ?? gradeWords.leavingYear).map { year throws(ClassProblem) in
      try entryYear(ofLeaving: year, stage, cells)
    }
    let entry = name.entryYear ?? gradeWords.entryYear ?? leaving
    var grade = given ?? told
    if let known = grade {
      try refuseUnclear(known, stage, cells)
      if let entry { try compare(known, entry, stage, cells) }
    } else if let entry {
      grade = try entered(entry, stage, cells)
    } else if let year = givenEntrySlot.flatMap({ integer($0) }), stage == nil {
      grade = try entered(Int(year), nil, cells)
    }
    if let slot = classSlot, plan.className != nil {
      guard let number = integer(slot).map(Int.init) ?? name.classNo ?? oneClass(name),
        grade != nil || givenEntrySlot != nil || gradeSlot == nil
      else { throw unnamed(name, cells) }
      values[slot] = .integer(Int64(number))
    }
    if let slot = gradeSlot, let grade { values[slot] = .integer(Int64(grade)) }
    let begun = name.yearsIn.flatMap { years in rowYear.map { $0 - years } }
    if let slot = entrySlot, let entry = entry ?? begun { values[slot] = .integer(Int64(entry)) }
    if let grade { warnOfOther(grade, stage, row, report) }
  }

  /// The class as its own column names it; empty where there is none.
  private func className(_ cells: SheetCells) throws(ClassProblem) -> ClassName {
    guard let entry = plan.className else { return ClassName() }
    let written = Characters.plain(cells[entry.index])
    if ClassName.countsClasses(written) {
      throw problem(cells, "这一格写的是有几个班，不是哪一个班：请每个班写一行，如 一年级1班、一年级2班")
    }
    // 101 is grade 1, class 1, where the column holds classes and no other says the grade.
    if gradeSlot.map(isEmpty) ?? true, written.allSatisfy(\.isNumber), written.count >= 3,
      let named = ClassName(written + "班", stages)
    {
      return named
    }
    return ClassName(written, stages) ?? ClassName()
  }

  /// 「一年级」 names the one class of its grade; two rows of it are told as the same class.
  private func oneClass(_ name: ClassName) -> Int? { name.grade == nil && name.entryYear == nil ? nil : 1 }

  func integer(_ slot: Int) -> Int64? {
    if case .integer(let number) = values[slot] { number } else { nil }
  }

  /// 一年级 of 初中 is 七年级.
  private func settled(_ grade: Int, _ stage: Stage?) -> Int {
    stage.flatMap { ClassName.inStage(grade, $0, stages) } ?? grade
  }

  /// 一年级 in a school that has no 小学: which grade is meant, nobody knows who does not know the school.
  private func refuseUnclear(_ grade: Int, _ stage: Stage?, _ cells: SheetCells) throws(ClassProblem) {
    guard stage == nil, let own = ownStages, !own.contains(where: { stages.grades(of: $0).contains(grade) }),
      let meant = own.lazy.compactMap({ ClassName.inStage(grade, $0, self.stages) }).first
    else { return }
    let names = [grade, meant].map { stages.name(ofGrade: $0) ?? "\($0)年级" }
    throw problem(
      cells,
      "本校不办有\(names[0])的学段，分不清是\(names[1])还是附设班的\(names[0])：请写成 \(names[1])\(plan.className == nil ? "" : "…班")，或写明学段，如 小学\(names[0])"
    )
  }

  /// A class of 2021级 is in one grade.
  private func compare(_ grade: Int, _ entry: Int, _ stage: Stage?, _ cells: SheetCells) throws(ClassProblem)
  {
    guard let year = rowYear else { return }
    let possible = (stage.map { [$0] } ?? Stage.allCases).compactMap {
      stages.grade(of: $0, entry: entry, in: year)
    }
    guard possible.contains(grade) else {
      let expected = stages.stage(ofGrade: grade).flatMap { _ in
        stages.entryYear(grade: grade, schoolYear: year)
      }
      throw problem(
        cells,
        "写的是 \(entry) 级，又写着 \(grade) 年级，而 \(SchoolYear(start: year).map { "\($0)" } ?? "\(year)") 的 \(grade) 年级是"
          + (expected.map { " \($0) 级" } ?? "另一级") + "：请改正其中一处")
    }
  }

  /// The same of 入学年份, a column of its own, which is taken as it stands.
  private func warnOfOther(_ grade: Int, _ stage: Stage?, _ row: SheetRow, _ report: (Finding) -> Void) {
    guard let year = rowYear, let entry = givenEntrySlot.flatMap({ integer($0) }),
      let expected = stages.entryYear(grade: grade, schoolYear: year), Int64(expected) != entry, grade > 0
    else { return }
    report(
      Finding(
        .warning, "entry-and-grade", at: place(row, "入学年份"), value: "\(entry)",
        "与年级不合：\(grade) 年级按学制是 \(expected) 年入学的。已照写的存入，请核实"))
  }

  private var rowYear: Int? { yearSlot.flatMap { integer($0) }.map(Int.init) }

  /// The 学段 that the row's school runs, by its kind; nil where it may be any.
  var ownStages: [Stage]? {
    guard let slot = anyOrgSlot else { return nil }
    if kindsOfSchools == nil { kindsOfSchools = schoolKinds?() ?? [:] }
    return kindsOfSchools?[text(values[slot])].flatMap(SchoolKind.stages)
  }

  /// The 学段 of all of the sheet's rows, in a school that runs several: 初中部班级.
  var ownSheetStage: Stage? {
    guard let told = groupStage ?? sheetStage, let own = ownStages, own.count > 1, own.contains(told) else {
      return nil
    }
    return told
  }

  /// The grade that a class of an entry year is in, by the stage that the row or the kind of its school says.
  private func entered(_ entry: Int, _ stage: Stage?, _ cells: SheetCells) throws(ClassProblem) -> Int {
    let possible = stage.map { [$0] } ?? ownStages ?? [.primary, .junior, .senior]
    let year = rowYear
    let fitting =
      year.map { year in possible.compactMap { stages.grade(of: $0, entry: entry, in: year) } } ?? []
    guard fitting.count == 1 else {
      throw problem(cells, "\(entry) 级现在是几年级分不清：请加一列“年级”或“学段”，或写成 三年级2班 这样")
    }
    return fitting[0]
  }

  /// When those entered who leave in a year, by the stage that the row or the kind of its school says.
  private func entryYear(ofLeaving leaving: Int, _ stage: Stage?, _ cells: SheetCells) throws(ClassProblem)
    -> Int
  {
    let entries = (stage.map { [$0] } ?? ownStages ?? [.primary, .junior, .senior]).compactMap { stage in
      let entry = leaving - stages[stage]
      return rowYear.flatMap { stages.grade(of: stage, entry: entry, in: $0) } == nil ? nil : entry
    }
    guard entries.count == 1 else {
      throw problem(
        cells,
        "“\(leaving)届”是 \(leaving) 年毕业的学生，"
          + (entries.isEmpty ? "这一学年不在校" : "现在是几年级分不清") + "：请写成 三年级2班 这样，\(leaving) 年入学的请写 \(leaving)级")
    }
    return entries[0]
  }

  private func unnamed(_ name: ClassName, _ cells: SheetCells) -> ClassProblem {
    let written = plan.className.map { Characters.plain(cells[$0.index]) } ?? ""
    if hasOwnStages, ClassName.namesStage(written) { return problem(cells, unclearByStages("三年级2班、七(1)班")) }
    return problem(
      cells, "认不出年级和班号，应写成 三年级2班、七(1)班 这样" + (name.classNo == nil ? "" : "；只写班号时要有“年级”一列"))
  }

  private func unclearByStages(_ examples: String) -> String {
    "本县的学制是\(stages.words)，这样写分不清是几年级：请写成 \(examples) 这样"
  }

  /// At the cell that names the class, else the grade, else the year.
  private func problem(_ cells: SheetCells, _ message: String) -> ClassProblem {
    if let entry = plan.className {
      return ClassProblem(
        heading: entry.heading, value: shown(cells[entry.index], entry.column), message: message)
    }
    let cell = self.cells.first { $0.slot == gradeSlot } ?? self.cells.first { $0.slot == givenEntrySlot }
    return ClassProblem(
      code: "bad-grade", heading: cell?.heading, value: cell.map { shownText(cells[$0.index]) },
      message: message)
  }
}
