internal import YiceFormats
package import YiceModel
package import YiceStore

/// Matches a sheet's headings with a table's columns: by Chinese label, English name, known synonym, with or without a
/// unit in parentheses.
package struct HeaderMatcher: Sendable {
  package let table: CatalogTable
  /// The clerk's own mapping: heading → column name or label.
  package let mapping: [String: String]
  /// Places of the table's columns by all their words.
  private let words: [String: Int]

  /// Columns that hold one value in all rows, given beside the sheet.
  private let constants: Set<String>
  private let holdsClasses: Bool
  private let standing: RowStanding?

  package init(_ table: CatalogTable, mapping: [String: String] = [:], constants: Set<String> = []) {
    self.table = table
    self.mapping = mapping
    self.constants = constants
    words = HeaderMatcher.words[table.name] ?? HeaderMatcher.words(of: table)
    holdsClasses = table.column("class_no") != nil
    standing = RowStanding.of(table)
  }

  /// Places of columns by their words, for each table: a workbook asks for ten of them.
  private static let words = Dictionary(
    TableCatalog.tables.map { ($0.name, words(of: $0)) }, uniquingKeysWith: { first, _ in first })

  private static func words(of table: CatalogTable) -> [String: Int] {
    var words: [String: Int] = [:]
    for (index, column) in table.columns.enumerated() {
      for word in [column.name, column.label] where words[word] == nil { words[word] = index }
    }
    for (index, column) in table.columns.enumerated() {
      for word in column.synonyms where words[word] == nil { words[word] = index }
    }
    return words
  }

  /// What `CatalogTable.column` finds, in one look: a sheet may have thousands of headings.
  private func column(_ word: String) -> CatalogColumn? { words[word].map { table.columns[$0] } }

  /// Headings that hold grade and class number together.
  static let classNameHeadings: Set = [
    "班级", "班级名称", "年级班级", "班名", "班", "班别", "教学班", "教学班名称", "行政班", "行政班级", "年级班级名称", "所在班级", "班级(名称)",
  ]

  /// - Parameters:
  ///   - headings: cells of the heading row.
  ///   - titles: texts above the headings, which may name a unit for the whole sheet.
  ///   - place: file and row of the heading row.
  package func match(_ headings: [String], titles: [String] = [], at place: SourceLocation) -> ImportPlan {
    var plan = ImportPlan(table: table)
    let title = TitleUnits.find(in: titles)
    plan.titleUnits = title.units
    plan.unclearTitleUnits = title.unclear
    var converted: [String] = []
    var unknown: [String] = []
    plan.width = headings.count
    plan.labels = headings
    var taken: [String: String] = [:]
    let passedOver = twins(headings)
    let named = Set(headings.compactMap { columnName(HeaderMatcher.tidy($0)) })
    plan.ticks = TickedColumns.find(headings, in: table, given: named) {
      mapping[$0] != nil || columnName($0) != nil
    }
    plan.skipped += plan.ticks.map { $0.note(at: place) }
    let ticked = Set(plan.ticks.flatMap { $0.choices.map(\.index) })
    for (index, raw) in headings.enumerated() where !ticked.contains(index) {
      let heading = HeaderMatcher.tidy(raw)
      var place = place
      place.column = raw.isEmpty ? "第 \(index + 1) 列（无标题）" : heading
      guard !heading.isEmpty else {
        plan.skipped.append(Finding(.warning, "no-heading", at: place, "这一列没有标题，没有导入"))
        continue
      }
      if let memory = SheetMemory(heading: raw) {
        plan.memory = (index, memory)
        if memory.table != table.name { plan.problems.append(HeaderMatcher.otherTable(memory, table, place)) }
        continue
      }
      if let standing, standing.headings.contains(heading) {
        plan.standing = (index, heading)
        if find(heading) == nil { continue }
      }
      if PupilWords.births.contains(heading) || heading == "出生时间" { plan.birth = plan.birth ?? index }
      if IdentityCard.headings.contains(HeaderMatcher.withoutUnit(heading).name) {
        plan.skipped.append(
          Finding(.warning, "identity-card", at: place, "身份证号不存入一册文件，这一列没有导入"))
        continue
      }
      if holdsClasses, HeaderMatcher.classNameHeadings.contains(heading),
        mapping[heading] == nil, let column = table.column("class_no")
      {
        plan.className = ImportPlan.Entry(index: index, heading: heading, column: column, exponent: 0)
        continue
      }
      if let other = passedOver[heading] {
        plan.skipped.append(Finding(.note, "same-as", at: place, "与“\(other)”说的是同一项，按“\(other)”导入"))
        continue
      }
      if column("boys") != nil, HeaderMatcher.girls.contains(HeaderMatcher.lowest(heading)),
        find(heading) == nil
      {
        plan.girls = (index, heading)
        continue
      }
      if table.name == CatalogTable.equipment.name, AssetClass.headings.contains(heading),
        find(heading) == nil
      {
        plan.assetClasses.append(index)
        continue
      }
      guard let (column, unit) = find(heading) ?? wholeClass(heading, named) else {
        unknown.append(heading)
        guard unknown.count <= HeaderMatcher.unknownsTold else { continue }
        plan.skipped.append(
          Finding(
            .warning, "unknown-heading", at: place,
            unknownHeading(heading, taken: named)))
        continue
      }
      if let other = taken[column.name] {
        plan.problems.append(
          Finding(
            .error, "same-column-twice", at: place,
            "与“\(other)”指的是同一列“\(column.label)”。是同一项的，请删去或改名其中一列；右边是另一栏或另一张表的，请把它接到下面或放到另一张工作表"))
        continue
      }
      taken[column.name] = heading
      let exponent: Int
      if let unit {
        guard let own = self.exponent(of: unit, in: column) else {
          plan.problems.append(Finding(.error, "bad-unit", at: place, badUnit(unit, in: column)))
          continue
        }
        exponent = own
      } else {
        guard let shared = titleExponent(column, title.units, title.unclear) else {
          plan.problems.append(
            Finding(
              .error, "bad-title-unit", at: place, badTitleUnit(title.units + title.unclear, in: column)))
          continue
        }
        exponent = shared
        if shared != 0 { converted.append(heading) }
      }
      var entry = ImportPlan.Entry(index: index, heading: heading, column: column, exponent: exponent)
      entry.meaning = HeadingMeaning.of(heading, in: column.name)
      plan.entries.append(entry)
    }
    if let others = otherUnknowns(unknown, place) { plan.skipped.append(others) }
    // Statements have a unit each: the title's is that of the rows which name none.
    if table.name == CatalogTable.statement.name, !title.units.isEmpty {
      plan.skipped.append(
        Finding(
          .note, "title-unit", at: SourceLocation(file: place.file, sheet: place.sheet),
          "标题行写着单位“\(title.units.joined(separator: "、"))”，没有写单位而能用这种单位的行已按它换算"))
    }
    if !converted.isEmpty {
      plan.skipped.append(
        Finding(
          .note, "title-unit", at: SourceLocation(file: place.file, sheet: place.sheet),
          "标题行写着单位“\(title.units.joined(separator: "、"))”，这些列已按它换算：\(converted.joined(separator: "、"))"))
    }
    plan.skipped += LineTotals.notes(
      plan, SourceLocation(file: place.file, sheet: place.sheet, row: place.row))
    let given = Set(taken.keys).union(plan.ticks.map(\.column.name))
    requireKeys(&plan, named: given, headings, place)
    return plan
  }

  /// What else would do where a roster has names and no numbers.
  private func numberAdvice(_ missing: [CatalogColumn], _ given: Set<String>) -> String {
    guard let own = OwnNumber.of(table), given.contains(own.name),
      let number = missing.first(where: { $0.name == own.column }), own.form != .teacher
    else { return "" }
    let telling = table.columns.filter { own.telling.contains($0.name) }.map(\.label)
    return "没有“\(number.label)”的，有 \(telling.joined(separator: "、")) 中的一列也行，编号由程序编。"
  }

  /// Name of the column that a tidied heading means; nil when it means none.
  package func columnName(_ heading: String) -> String? {
    guard !heading.isEmpty else { return nil }
    if holdsClasses, HeaderMatcher.classNameHeadings.contains(heading), mapping[heading] == nil {
      return "class_no"
    }
    return find(heading)?.0.name
  }

  /// Whether a heading is one of those that a list of classes has, whatever else its sheet may have.
  func namesClass(_ heading: String) -> Bool {
    let name = columnName(HeaderMatcher.tidy(heading))
    return ["class_no", "head_count", "grade", "entry_year"].contains(name)
  }

  private func find(_ heading: String) -> (CatalogColumn, unit: String?)? {
    if let word = mapping[heading] {
      return column(word).map { ($0, HeaderMatcher.withoutUnit(heading).unit.flatMap(known)) }
    }
    if let column = column(heading) {
      return (column, HeaderMatcher.withoutUnit(heading).unit.flatMap(known))
    }
    let (name, unit) = HeaderMatcher.withoutUnit(heading)
    guard let column = column(name) else {
      let bare = HeaderMatcher.withoutBeginning(heading)
      return bare == heading ? nil : find(bare)
    }
    // 「是否专任(是/否)」: what stands in parentheses is a unit only where the column has one.
    return (
      column, column.unit == nil || unit.map(HeaderMatcher.isRemark) ?? false ? unit.flatMap(known) : unit
    )
  }

  /// Headings passed over for another that says the same, each with the one that is read.
  private func twins(_ headings: [String]) -> [String: String] {
    var best: [String: String] = [:]
    var passed: [String: String] = [:]
    for heading in headings.map(HeaderMatcher.tidy) where mapping[heading] == nil {
      guard let name = find(heading)?.0.name else { continue }
      guard let other = best[name], other != heading else {
        best[name] = heading
        continue
      }
      guard let preferred = HeadingTwins.preferred(heading, other) else { continue }
      passed[preferred == heading ? other : heading] = preferred
      best[name] = preferred
    }
    // A clerk's own word for the column leaves no choice.
    return passed.filter { mapping[$0.value] == nil }
  }

  /// So many unknown headings get a line of their own: a sheet has up to 16,384 columns.
  private static let unknownsTold = 40

  private func otherUnknowns(_ unknown: [String], _ place: SourceLocation) -> Finding? {
    let others = unknown.dropFirst(HeaderMatcher.unknownsTold)
    guard let first = others.first, let last = others.last else { return nil }
    return Finding(
      .warning, "unknown-heading", at: place,
      "“\(first)”到“\(last)”之间还有 \(others.count) 列是“\(table.label)”表没有的，都没有导入")
  }

  private func unknownHeading(_ heading: String, taken: Set<String>) -> String {
    let head = "“\(table.label)”表没有这一列，没有导入"
    let near = NearestHeading.columns(for: heading, in: table, taken: taken).map(\.label)
    switch near.count {
    case 1: return head + "；最像“\(near[0])”，如果就是它，请加 --map \(heading)=\(near[0])"
    case 2...3:
      let words = near.map { "--map \(heading)=\($0)" }.joined(separator: " 或 ")
      return head + "；最像“\(near.joined(separator: "”或“"))”，如果是其中一列，请加 \(words)"
    default: return head + "（如应导入，用 --map \(heading)=列名 指明）"
    }
  }

  /// The sheet must give the whole key and every required column, but for what the importer fills in itself.
  ///
  /// - Parameter given: columns that headings name, those with an unclear unit among them.
  private func requireKeys(
    _ plan: inout ImportPlan, named given: Set<String>, _ headings: [String], _ place: SourceLocation
  ) {
    let given = given.union(constants)
    let filled = Completion.filled(in: table, given: given, plan: plan, headings)
    let missing = table.columns.filter {
      $0.required && !given.contains($0.name) && !filled.contains($0.name)
    }
    guard !missing.isEmpty else { return }
    plan.problems.append(
      Finding(
        .error, "missing-column", at: place,
        "缺少必需的列：\(missing.map(\.label).joined(separator: "、"))。"
          + numberAdvice(missing, given)
          + "请补上这些列，或用 --map 文件里的列名=\(missing[0].label) 指明哪一列就是" + otherTables(headings, than: given.count)))
  }
}

extension HeaderMatcher {
  private static func otherTable(_ memory: SheetMemory, _ table: CatalogTable, _ place: SourceLocation)
    -> Finding
  {
    let label = TableCatalog.table(memory.table)?.label ?? memory.table
    return Finding(
      .error, "other-table", at: SourceLocation(file: place.file, row: place.row),
      "这张表格是从“\(label)”导出的，不能读回到“\(table.label)”。请改用 yice import 文件 \(label)")
  }
}
