internal import YiceFormats
internal import YiceImport
internal import YiceModel

/// `yice import FILE 统计 WORKBOOK`: statistics tables into 填报值.
enum StatisticsPages {
  /// Words that stand where the table's name would.
  static let words: Set<String> = ["统计", "教基", "statistics"]

  /// The sheets as they came, for marking what is wrong in them.
  static func make(_ sheets: SheetFile, sheetName: String?, _ outcome: ImportOutcome) throws
    -> [ErrorSheet.Page]
  {
    let chosen = try sheetName.map { [try sheets.sheet($0)] } ?? sheets.sheets
    return try chosen.filter { $0.visibility == .visible || sheetName != nil }.map { info in
      ErrorSheet.Page(
        try sheets.rows(of: info), merges: try sheets.merges(of: info), name: info.name,
        findings: outcome.findings.filter {
          $0.location.sheet == info.name || !sheets.isWorkbook && $0.location.row != nil
        })
    }
  }
}
