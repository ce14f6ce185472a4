internal import YiceFormats
package import YiceModel
internal import YiceStore

extension Importer {
  /// Whose rows a sheet holds. A sheet of one school has no column that says so: in that school's own file it need not,
  /// in a bureau's file it must be told, or all of it would be the bureau's own.
  package enum SchoolProblem: YiceError, Equatable {
    case unsaid(table: String, file: String)
    case severalInTitle(table: String, names: [String])
    case saidTwice(column: String)
    case otherSchool(String)
    case notOfSchools(table: String)

    package var exitStatus: ExitStatus { .usage }

    package var description: String {
      switch self {
      case .unsaid(let table, let file):
        "“\(table)”是各校自己的行，而“\(file)”里没有“学校标识码”或“学校名称”一列，标题行里也没有认得的学校名称，不知道是哪所学校的。没有导入。"
          + "请加 --school 学校标识码或名称；一张表里有多所学校的，请加一列“学校标识码”。"
      case .severalInTitle(let table, let names):
        "“\(table)”是各校自己的行，标题行里有几所学校（\(names.joined(separator: "、"))），不知道是哪一所的。没有导入。请加 --school 指明。"
      case .saidTwice(let column): "表格里有“\(column)”一列，已逐行写明学校，不要再写 --school。"
      case .otherSchool(let word): "这是一所学校的文件，不能导入“\(word)”的表格。请导入县级文件，或那所学校自己的文件。"
      case .notOfSchools(let table): "“\(table)”不是各校的表，不要写 --school。"
      }
    }
  }

  /// What the plan lacks of the school.
  /// - Parameter plan: gets the column of school names, where that is what says it.
  /// - Returns: the code for rows that name none, and the schools of the file where rows are looked up by name.
  /// - Throws: `SchoolProblem`, `SchoolDirectory.Problem`.
  func owner(
    _ plan: inout ImportPlan, headings: [String], titles: [String], _ file: FileInfo,
    _ schools: SchoolDirectory, at place: SourceLocation,
    report: (Finding) -> Void
  ) throws -> (code: String?, schools: SchoolDirectory?) {
    if file.role.isOneSchool {
      if let school, school != file.orgCode, try schools.code(of: school) != file.orgCode {
        throw SchoolProblem.otherSchool(school)
      }
      // Who names the school has looked at the sheet.
      if school == nil, mayNameSchools, plan.memory == nil {
        compareNames(&plan, headings: headings, titles: titles, file, schools, at: place, report: report)
      }
      return (nil, nil)
    }
    if school != nil, !mayNameSchools {
      throw SchoolProblem.notOfSchools(table: table.label)
    }
    if let column = plan.entries.first(where: { $0.column.name == "org_code" }) {
      guard school == nil else { throw SchoolProblem.saidTwice(column: column.heading) }
      return (nil, nil)
    }
    if let school { return (try schools.code(of: school), nil) }
    guard table.isOfSchools, plan.memory == nil else {
      if nameSchools(&plan, headings, file) { return (nil, schools) }
      return (plan.memory == nil ? ownerOfStatements(titles, file, schools, at: place, report) : nil, nil)
    }
    // The list of schools itself: those that the file has are known by their names.
    let isList = table.name == CatalogTable.org.name
    if let index = headings.firstIndex(where: { isSchoolName($0) && (isList || !plan.reads($0)) }) {
      let heading = HeaderMatcher.tidy(headings[index])
      plan.schoolName = (index, heading)
      plan.skipped.removeAll { $0.location.column == heading }
      return (nil, schools)
    }
    let named = schools.named(in: titles.joined(separator: "\n"))
    guard named.count <= 1 else {
      throw SchoolProblem.severalInTitle(table: table.label, names: named.map(\.name))
    }
    guard let only = named.first else {
      throw SchoolProblem.unsaid(table: table.label, file: place.file ?? "")
    }
    report(Finding(.note, "school-of-title", at: place, "标题行里写着“\(only.name)”，按这所学校（\(only.code)）导入"))
    return (only.code, nil)
  }

  /// A school's own file takes no rows of another school's sheet.
  private func compareNames(
    _ plan: inout ImportPlan, headings: [String], titles: [String], _ file: FileInfo,
    _ schools: SchoolDirectory,
    at place: SourceLocation, report: (Finding) -> Void
  ) {
    guard let own = schools.schools.first(where: { $0.code == file.orgCode }) else { return }
    let school = OwnSchool(own)
    func first(_ words: Set<String>) -> Int? {
      headings.firstIndex { words.contains(HeaderMatcher.tidy($0)) && !plan.reads($0) }
    }
    let named = first(BureauSheet.schoolHeadings)
    if let index = named ?? first(BureauSheet.placesOfWork) {
      let heading = HeaderMatcher.tidy(headings[index])
      plan.ownName = (index, heading, school, named == nil)
      plan.skipped.removeAll { $0.location.column == heading }
    }
    let lines = titles + [place.sheet].compactMap(\.self).map(HeaderMatcher.tidy)
    if let seeming = lines.lazy.compactMap(school.seeming).first {
      report(
        Finding(
          .warning, "other-school-title", at: SourceLocation(file: place.file, sheet: place.sheet),
          value: seeming,
          "这张表看来是“\(seeming)”的，而这是“\(own.name)”的文件；不是本校的，请不要导入；已写入的，用 yice undo 撤销这一次"))
    }
    if let other = titles.lazy.compactMap(school.other).first {
      plan.problems.append(
        Finding(
          .error, "other-school-title", at: SourceLocation(file: place.file, sheet: place.sheet),
          value: other,
          "标题行里写着“\(other)”，而这是“\(own.name)”的文件，没有导入。如果就是本校的表，请加 --school \(own.code)"))
    }
  }

  /// The bureau's own tables (整改清单) may name a school in each row.
  private func nameSchools(_ plan: inout ImportPlan, _ headings: [String], _ file: FileInfo) -> Bool {
    guard plan.memory == nil, mayNameSchools,
      let index = headings.firstIndex(where: {
        BureauSheet.schoolHeadings.contains(HeaderMatcher.tidy($0)) && !plan.reads($0)
      })
    else { return false }
    let heading = HeaderMatcher.tidy(headings[index])
    plan.schoolName = (index, heading)
    plan.bureauWords = BureauSheet.ownWords.union([file.orgName, ""])
    plan.skipped.removeAll { $0.location.column == heading }
    return true
  }

  /// A form of 填报值 without a column of schools is that of the school which its title names, or else the bureau's own.
  private func ownerOfStatements(
    _ titles: [String], _ file: FileInfo, _ schools: SchoolDirectory, at place: SourceLocation,
    _ report: (Finding) -> Void
  ) -> String? {
    guard table.name == CatalogTable.statement.name else { return nil }
    let named = schools.named(in: titles.joined(separator: "\n"))
    if named.count == 1, let only = named.first {
      report(Finding(.note, "school-of-title", at: place, "标题行里写着“\(only.name)”，按这所学校（\(only.code)）导入"))
      return only.code
    }
    report(
      Finding(
        .warning, "own-statement", at: place,
        "没有写是哪所学校的，按“\(file.orgName)”自己的数记入；是学校的，请用 yice undo 撤销，再加 --school，或加一列“学校名称”"))
    return nil
  }

  /// Rows of the table may be a school's: its code is called 学校标识码 there.
  private var mayNameSchools: Bool {
    table.column("org_code")?.label == CatalogTable.teacher.column("org_code")?.label
  }

  /// A heading such as 学校名称, by the words that the table of schools has for its name.
  private func isSchoolName(_ heading: String) -> Bool {
    CatalogTable.org.column(HeaderMatcher.tidy(heading))?.name == "name"
  }
}

/// How the bureau's own sheets say which school a row is about.
private enum BureauSheet {
  /// The words that the table of schools has for its name, but for those that in such a sheet may name whoever is
  /// responsible; and how such sheets say it besides.
  static let schoolHeadings = Set(CatalogTable.org.column("name").map { [$0.label] + $0.synonyms } ?? [])
    .subtracting(["单位名称", "机构名称", "名称"])
    .union(["涉及学校", "整改学校", "被检学校", "被督导学校", "受检学校", "问题学校"])

  /// Headings under which lists of people and things name where they belong, a school or a department.
  static let placesOfWork: Set = [
    "单位名称", "单位", "工作单位", "所在单位", "所在学校", "任教学校", "任职学校", "使用单位", "所属学校", "现工作单位",
  ]

  /// Rows about all schools are the bureau's.
  static let ownWords: Set = [
    "全县", "全区", "全市", "县级", "区级", "各校", "各学校", "全体学校", "所有学校", "县教育局", "区教育局", "市教育局", "教育局", "教体局",
  ]
}

extension ImportPlan {
  fileprivate func reads(_ heading: String) -> Bool {
    entries.contains { $0.heading == HeaderMatcher.tidy(heading) }
  }
}
