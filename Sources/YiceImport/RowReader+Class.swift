internal import YiceModel
internal import YiceStore

/// Which class a row is of, by its name and the columns beside it.
extension RowReader {
  /// Fills grade, entry year and class number in from a class's name; what the columns beside it say comes first.
  ///
  /// - Returns: what is wrong with the name.
  func nameClass(_ written: String) -> String? {
    let name = ClassName(written, stages) ?? ClassName()
    let given = gradeSlot.flatMap { integer($0) }
    if let given, let told = name.grade, told != given { return "班级写的是 \(told) 年级，年级一列写的是 \(given)" }
    let number = classSlot.flatMap { integer($0) } ?? (name.classNo ?? oneClass(name)).map(Int64.init)
    var grade = given ?? name.grade.map(Int64.init)
    if grade == nil, let entry = name.entryYear {
      guard let found = self.grade(enteredIn: Int64(entry)) else {
        return "\(entry) 级现在是几年级分不清：请加一列“年级”或“学段”，或写成 三年级2班 这样"
      }
      grade = found
    }
    guard let number, grade != nil || givenEntrySlot != nil || gradeSlot == nil else {
      if stages != .usual, ClassName.namesStage(written) {
        return "本县的学制是\(stages.words)，这样写分不清是几年级：请写成 三年级2班、七(1)班 这样"
      }
      return "认不出年级和班号，应写成 三年级2班、七(1)班 这样" + (name.classNo == nil ? "" : "；只写班号时要有“年级”一列")
    }
    if let slot = gradeSlot, let grade, given == nil { values[slot] = .integer(grade) }
    if let slot = classSlot { values[slot] = .integer(number) }
    if let slot = entrySlot, let entry = name.entryYear { values[slot] = .integer(Int64(entry)) }
    return nil
  }

  /// 「一年级」 names the one class of its grade; two rows of it are told as the same class.
  private func oneClass(_ name: ClassName) -> Int? { name.grade == nil ? nil : 1 }

  func integer(_ slot: Int) -> Int64? {
    if case .integer(let number) = values[slot] { number } else { nil }
  }

  /// The grade that a class of an entry year is in, by the stage that the row or the kind of its school says.
  private func grade(enteredIn entry: Int64) -> Int64? {
    guard let yearSlot, let year = integer(yearSlot) else { return nil }
    let told = givenStageSlot.flatMap { Stage(word: text(values[$0])) }
    let kind = anyOrgSlot.flatMap { slot in
      if kindsOfSchools == nil { kindsOfSchools = schoolKinds?() ?? [:] }
      return kindsOfSchools?[text(values[slot])]
    }
    let possible = told.map { [$0] } ?? kind.flatMap(SchoolKind.stages) ?? [.primary, .junior, .senior]
    let fitting = possible.compactMap { stages.grade(of: $0, entry: Int(entry), in: Int(year)) }
    return fitting.count == 1 ? Int64(fitting[0]) : nil
  }
}
