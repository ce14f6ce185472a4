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

  /// - Parameters:
  ///   - sheetName: the only sheet to read; `nil` for all visible ones.
  ///   - orgCode: whose figures they are where a sheet does not say; `nil` in a county's file.
  /// - Throws: the readers' errors.
  package init(_ file: SheetFile, sheetName: String? = nil, orgCode: String?) throws {
    fileName = file.name
    let sheets = try sheetName.map { [try file.sheet($0)] } ?? file.sheets
    // The list of findings in a sheet that came back marked.
    for info in sheets where info.name != ErrorSheet.listName || sheetName != nil {
      let place = SourceLocation(file: file.name, sheet: file.isWorkbook ? info.name : nil)
      guard info.visibility == .visible || sheetName != nil else {
        findings.append(Finding(.note, "hidden-sheet", at: place, "这张工作表是隐藏的，没有读取"))
        continue
      }
      let source = try file.rows(of: info)
      let read = try StatisticsSheet(source, merges: file.merges(of: info))
      let headings = Dictionary(
        uniqueKeysWithValues: (read?.columns ?? []).enumerated().compactMap { index, labels in
          labels.last.map { (index, $0) }
        })
      findings += SheetRemarkFindings.make(source, headings: headings)
      guard let sheet = read, let table = StatisticsWorkbook.table(info.name, sheet.titles)
      else {
        findings.append(
          Finding(
            .warning, "unknown-statistics", at: place,
            "认不出是哪一张统计表，没有读取。表名或标题里应有表号，能读的有："
              + StatisticsTable.all.map { "\($0.code)（\($0.title)）" }.joined(separator: "、")))
        continue
      }
      var reader = StatisticsReader(table, sheet, fileName: file.name, orgCode: orgCode)
      reader.read()
      figures += reader.figures
      findings += reader.findings
      if year == nil { year = sheet.titles.lazy.compactMap({ StatisticsWorkbook.year(in: $0) }).first }
    }
    dropRepeats()
  }

  /// The table whose number stands in the sheet's name or a title line.
  private static func table(_ name: String, _ titles: [String]) -> StatisticsTable? {
    let texts = titles + [HeaderMatcher.tidy(name)]
    return StatisticsTable.all.first { table in
      texts.contains { $0.contains(table.code) }
    } ?? StatisticsTable.all.first { HeaderMatcher.tidy(name).contains($0.code.dropFirst(2)) }
  }

  /// 2022/2023学年初, 2022-2023学年, 2022学年.
  private static func year(in title: String) -> Int? {
    guard let mark = title.range(of: "学年") else { return nil }
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
}

extension StringProtocol {
  /// Where a word stands first.
  fileprivate func range(of word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }
}
