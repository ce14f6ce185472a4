/// Why a workbook could not be written; no file is left behind.
package enum XLSXError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The system or the library refused, for this reason.
  case cannotWrite(name: String, reason: String)
  /// A text is longer than the 32,767 characters that one cell takes.
  case cellTooLong(name: String, sheet: String, row: Int)
  /// The sheet has more rows than the 1,048,576 that one sheet takes.
  case tooManyRows(name: String, sheet: String)

  package var description: String {
    switch self {
    case .cannotWrite(let name, let reason):
      "\(name)：写不进去（\(reason)）。请检查目标文件夹和剩余空间，或换一个位置。"
    case .cellTooLong(let name, let sheet, let row):
      "\(name)：工作表“\(sheet)”第 \(row) 行有一格超过 32767 字，工作簿放不下。请改用 .csv 导出。"
    case .tooManyRows(let name, let sheet):
      "\(name)：工作表“\(sheet)”超过 1048576 行，工作簿放不下。请改用 .csv 导出，或用 --where 分几次导出。"
    }
  }
}
