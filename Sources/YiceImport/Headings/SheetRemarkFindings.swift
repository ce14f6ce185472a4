internal import YiceFormats
internal import YiceModel

/// What a workbook's reader noticed, as findings.
enum SheetRemarkFindings {
  /// - Parameter headings: by position from 0; only hidden columns that have one are told.
  static func make(_ source: any RowSource, headings: [Int: String]) -> [Finding] {
    let remarks = source.remarks
    var place = SourceLocation(file: source.sourceName, sheet: source.sheetName)
    var findings: [Finding] = []
    if remarks.hiddenRows > 0 {
      place.row = remarks.firstHiddenRow
      findings.append(
        Finding(.warning, "hidden-rows", at: place, "有 \(remarks.hiddenRows) 行是隐藏的（这是第一行），也读取了"))
    }
    let hidden = headings.filter { index, _ in
      remarks.hiddenColumns.contains { $0.contains(index + 1) }
    }.sorted { $0.key < $1.key }
    if !hidden.isEmpty {
      place.row = nil
      let names = hidden.map { "“\($0.value)”（\(columnLetters($0.key + 1)) 列）" }.joined(separator: "、")
      findings.append(
        Finding(.warning, "hidden-columns", at: place, "有 \(hidden.count) 列是隐藏的，也读取了：\(names)"))
    }
    return findings
  }

  /// Hidden rows and columns of a sheet whose columns have no single heading, in one line.
  static func oneLine(_ source: any RowSource) -> Finding? {
    let remarks = source.remarks
    let columns = remarks.hiddenColumns.map { range in
      let first = columnLetters(range.lowerBound)
      return range.count == 1 ? first : "\(first)–\(columnLetters(range.upperBound))"
    }
    var parts: [String] = []
    if remarks.hiddenRows > 0 {
      parts.append("\(remarks.hiddenRows) 行（第一行是第 \(remarks.firstHiddenRow ?? 1) 行）")
    }
    if !columns.isEmpty { parts.append("\(columns.joined(separator: "、")) 列") }
    guard !parts.isEmpty else { return nil }
    return Finding(
      .warning, "hidden-cells", at: SourceLocation(file: source.sourceName, sheet: source.sheetName),
      "\(parts.joined(separator: "、"))是隐藏的，也读取了")
  }
}
