internal import YiceFormats
internal import YiceModel

/// What a workbook's reader noticed, as findings.
enum SheetRemarkFindings {
  static func make(_ source: any RowSource) -> [Finding] {
    let remarks = source.remarks
    var place = SourceLocation(file: source.sourceName, sheet: source.sheetName)
    var findings: [Finding] = []
    if remarks.hiddenRows > 0 {
      place.row = remarks.firstHiddenRow
      findings.append(
        Finding(.warning, "hidden-rows", at: place, "有 \(remarks.hiddenRows) 行是隐藏的（这是第一行），也读取了"))
    }
    return findings
  }
}
