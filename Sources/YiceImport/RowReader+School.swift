internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Which school a row of a bureau's sheet is of, by its name. Decision 0151.
extension RowReader {
  /// What rows above say of the school.
  struct SchoolAbove {
    /// The last row that names anybody names one.
    var isNamed = false
    /// The one that a line of its own names for the rows below it.
    var ofGroup: String?
  }

  /// Fills in the code of the school that a row names, in its own cell or by the line above.
  ///
  /// - Returns: whether the row may be read on.
  func nameSchool(_ cells: SheetCells, _ fail: Fail) -> Bool {
    guard let nameSlot, let name = plan.schoolName, let schools else { return true }
    let written = Characters.plain(cells[name.index])
    let isBlank = Characters.trimmed(cells[name.index]).isEmpty
    let said = isBlank ? schoolAbove.ofGroup ?? "" : written
    // A blank may be the bureau's own, but not below a school's.
    if said.isEmpty, plan.bureauWords == nil || schoolAbove.isNamed {
      fail(
        "missing-value", name.heading, nil,
        "没有写是哪所学校，请写学校名称或学校标识码；与上面合并的单元格请拆开逐行填写" + (plan.bureauWords == nil ? "" : "；是教育局自己的，请写“教育局”"))
      return false
    }
    if plan.bureauWords?.contains(Characters.trimmed(said)) == true {
      schoolAbove.isNamed = false
      return true
    }
    schoolAbove.isNamed = true
    do throws(SchoolDirectory.Problem) {
      let school = try schools.school(said)
      values[nameSlot] = .text(school.code)
      // A short name in the list of schools is no new one.
      if let slot = schoolNameSlot { values[slot] = .text(school.name) }
      if let slot = schoolKindSlot { values[slot] = .text(school.kind) }
    } catch {
      fail(
        "unknown-school", name.heading, shownText(cells[name.index]),
        "\(error.reason)，请写全名，或\(schoolNameSlot == nil ? "改成学校标识码" : "加一列“学校标识码”")")
    }
    return true
  }

  /// The school that a line which stands alone names: 一、实验小学.
  func schoolOfLine(_ text: String) -> String? {
    guard plan.schoolName != nil, let schools else { return nil }
    var name = SheetWords.withoutNumber(text)
    while let last = name.last, ":：".contains(last) { name.removeLast() }
    return schools.schools.first { $0.name == name }?.name
  }
}
