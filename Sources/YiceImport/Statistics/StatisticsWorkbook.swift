package import YiceFormats
package import YiceModel

/// The 填报值 of all statistics tables of a workbook.
package struct StatisticsWorkbook {
  package let fileName: String
  /// In the order of the sheets.
  package private(set) var figures: [StatedFigure] = []
  package private(set) var findings: [Finding] = []
  /// 学年 that a title line names.
  package private(set) var year: Int?
  private let orgCode: String?
  private let schools: KnownSchools

  /// - Parameters:
  ///   - only: the sheets to read; `nil` for all visible ones.
  ///   - orgCode: whose figures they are where a sheet does not say; `nil` in a county's file.
  ///   - schools: what the file knows of the schools.
  /// - Throws: the readers' errors.
  package init(
    _ file: SheetFile, only chosen: [SheetInfo]? = nil, orgCode: String?,
    schools: KnownSchools = KnownSchools()
  ) throws {
    fileName = file.name
    var years: [Int] = []
    self.orgCode = orgCode
    self.schools = schools
    let sheets = chosen ?? file.sheets
    // The list of findings in a sheet that came back marked.
    for info in sheets where info.name != ErrorSheet.listName || chosen != nil {
      let place = SourceLocation(file: file.name, sheet: file.isWorkbook ? info.name : nil)
      guard info.visibility == .visible || chosen != nil else {
        findings.append(Finding(.note, "hidden-sheet", at: place, "这张工作表是隐藏的，没有读取"))
        continue
      }
      let source = try file.rows(of: info)
      let sheets = try StatisticsSheet.sheets(source, merges: file.merges(of: info))
      findings += [SheetRemarkFindings.oneLine(source)].compactMap(\.self)
      // One after the other: each is read.
      let known = sheets.filter {
        // The number in the sheet's name is that of the first; 小学 is of all.
        read($0, $0.firstRow == sheets[0].firstRow ? info.name : info.name.filter { !$0.isNumber })
      }
      guard !known.isEmpty else {
        findings.append(
          Finding(
            .warning, "unknown-statistics", at: place,
            "认不出是哪一张统计表，没有读取。表名或标题里应有表号，能读的有："
              + StatisticsTable.all.map { "\($0.numbers.map(\.text).joined(separator: "、"))（\($0.title)）" }
              .joined(separator: "、")))
        continue
      }
      if sheets.contains(where: \.isCut) {
        findings.append(
          Finding(
            .error, "too-many-rows", at: place, "超过 \(StatisticsSheet.rowLimit) 行，后面的没有读取：请分成几张工作表"))
      }
      years += sheets.filter { sheet in known.contains { $0.firstRow == sheet.firstRow } }.flatMap(\.titles)
        .compactMap { StatisticsWorkbook.year(in: $0) }
      tellUnread(sheets.filter { sheet in !known.contains { $0.firstRow == sheet.firstRow } }, at: place)
    }
    year = years.first
    if Set(years).count > 1 {
      figures = []
      findings.append(
        Finding(
          .error, "several-years", at: SourceLocation(file: file.name),
          "各张表写着不同的学年（\(Set(years).sorted().map(String.init).joined(separator: "、"))），没有导入。请一个学年一个文件，或用 --sheet 一张一张导入"
        ))
    }
    dropRepeats()
    dropEmptyStages()
  }

  /// Tables below a known one that are none, or have no 表号 of their own.
  private mutating func tellUnread(_ unread: [StatisticsSheet], at place: SourceLocation) {
    for sheet in unread {
      var place = place
      place.row = sheet.firstRow
      findings.append(
        Finding(
          .warning, "unknown-part", at: place,
          "从这一行起的一张表认不出或不用，没有读取\(sheet.titles.first.map { "：\($0)" } ?? "")"))
    }
  }

  /// Reads the one table of a sheet, or the several that stand side by side.
  ///
  /// - Returns: whether any was known.
  private mutating func read(_ sheet: StatisticsSheet, _ name: String) -> Bool {
    var groups = StatisticsPart.groups(sheet, by: StatisticsPart.isNumber)
    if groups.isEmpty {
      if let known = StatisticsTable.known(name, sheet.titles) {
        read(known, StatisticsPart(sheet))
        tellTitles(sheet, besides: known.table)
        return true
      }
      groups = StatisticsPart.groups(sheet, by: StatisticsPart.isTitle)
    }
    var unknown: [StatisticsPart.Group] = []
    var isKnown = false
    for (index, group) in groups.enumerated() {
      // The label is the part's number and its title; the sheet's name says the 学段 only.
      guard index < StatisticsWorkbook.partLimit,
        let known = StatisticsTable.known(side: group.label, sheet: name)
      else {
        unknown.append(group)
        continue
      }
      isKnown = true
      read(known, StatisticsPart(sheet, group))
    }
    if isKnown, !unknown.isEmpty {
      let place = SourceLocation(file: fileName, sheet: sheet.name)
      let shown = unknown.prefix(20).map { "\($0.label)（\($0.place) 列）" }.joined(separator: "、")
      let words = shown + (unknown.count > 20 ? "等 \(unknown.count) 张" : "")
      findings.append(Finding(.warning, "unknown-part", at: place, "这些表认不出或不用，没有读取：\(words)"))
    }
    return isKnown
  }

  /// Titles of other tables among a table's rows: what stands below them has no 表号 and is not read.
  private mutating func tellTitles(_ sheet: StatisticsSheet, besides table: StatisticsTable) {
    for row in sheet.rows {
      let filled = Set(row.cells.filter { !$0.isEmpty })
      guard filled.count == 1, let title = filled.first, title.count > 4,
        let other = StatisticsTable.all.first(where: { $0.titleWords.fits(title) }), other.code != table.code
      else { continue }
      findings.append(
        Finding(
          .warning, "unknown-part",
          at: SourceLocation(file: fileName, sheet: sheet.name, row: row.number), value: title,
          "从这一行起看来是另一张表，没有写表号，没有读取。请在标题里写表号，或放到另一张工作表"))
    }
  }

  private mutating func read(_ known: StatisticsTable.Known, _ part: StatisticsPart) {
    var reader = StatisticsReader(known, part, fileName: fileName, orgCode: orgCode, schools: schools)
    reader.read()
    figures += reader.figures
    // Side by side, what is said of a school is said once.
    let told = Set(findings)
    findings += reader.findings.filter { !told.contains($0) }
  }

  /// The statistics have fewer tables.
  private static let partLimit = 64

  /// 2022/2023学年初, 2022-2023学年, 2022学年.
  static func year(in title: String) -> Int? {
    guard let mark = title.firstRange(of: "学年") else { return nil }
    let digits = title[..<mark.lowerBound].reversed().prefix {
      $0.isASCII && ($0.isNumber || $0 == "/" || $0 == "-")
    }
    return String(digits.reversed()).split { !$0.isNumber }.first.flatMap { $0.count == 4 ? Int($0) : nil }
  }

  private func place(of figure: StatedFigure) -> SourceLocation {
    let letters = figure.cells.first?.prefix { !$0.isNumber }
    return SourceLocation(
      file: fileName, sheet: figure.sheet, row: figure.row, column: letters.map(String.init))
  }

  /// A finding of the importer names a row of the figures' list: here it names the cell that the figure came from.
  ///
  /// - Parameter figures: those that were imported, in order.
  package func located(_ finding: Finding, in figures: [StatedFigure]) -> Finding {
    guard finding.location.sheet == nil, let row = finding.location.row, figures.indices.contains(row - 2)
    else { return finding }
    var finding = finding
    finding.location = place(of: figures[row - 2])
    finding.message = "“\(figures[row - 2].element)”" + finding.message
    return finding
  }
}

// MARK: - Figures of several sheets

extension StatisticsWorkbook {
  /// The same amount of the same school from two sheets must be the same.
  private mutating func dropRepeats() {
    var seen: [String: StatedFigure] = [:]
    var kept: [StatedFigure] = []
    for figure in figures {
      let key = "\(figure.orgCode) \(figure.element) \(figure.stage?.rawValue ?? "")"
      guard let first = seen[key] else {
        seen[key] = figure
        kept.append(figure)
        continue
      }
      guard first.value != figure.value else { continue }
      findings.append(
        Finding(
          .error, "two-figures", at: place(of: figure),
          "\(figure.orgCode) 的“\(figure.element)”在 \(figure.table) 和 \(first.table) 里不同，请留下一张"))
    }
    figures = kept
  }

  /// A table with both 学段 has noughts where a school has but one: those are no figures of the school.
  private mutating func dropEmptyStages() {
    let bySchool = Dictionary(grouping: figures.filter { $0.stage != nil }, by: \.orgCode)
    var empty: [Stage: Set<String>] = [:]
    for (org, figures) in bySchool {
      let byStage = Dictionary(grouping: figures, by: \.stage)
      guard figures.contains(where: { $0.value != 0 }) else { continue }
      for case (let stage?, let own) in byStage {
        let hasTotal = own.contains { StatisticsWorkbook.totals.contains($0.element) }
        if hasTotal, own.allSatisfy({ $0.value == 0 }) { empty[stage, default: []].insert(org) }
      }
    }
    guard !empty.isEmpty else { return }
    figures.removeAll { figure in figure.stage.flatMap { empty[$0]?.contains(figure.orgCode) } ?? false }
    for (stage, schools) in empty.sorted(by: { $0.key < $1.key }) {
      findings.append(
        Finding(
          .note, "empty-stage", at: SourceLocation(file: fileName),
          "\(schools.count == 1 ? schools.first ?? "" : "\(schools.count) 所学校")的\(stage.rawValue)各项都是 0，按没有\(stage.rawValue)处理，没有导入"
        ))
    }
  }

  private static let totals: Set = ["学生数", "班级数", "专任教师数"]
}
