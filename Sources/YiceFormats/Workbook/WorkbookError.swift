/// Why a workbook (.xlsx or .xls) cannot be read on.
package struct WorkbookError: Error, Equatable, Sendable {
  /// What went wrong.
  package enum Kind: Equatable, Sendable {
    /// The file cannot be opened, for this reason in Chinese.
    case cannotOpen(String)
    /// Protected by a password.
    case encrypted
    /// The container ends early or its parts do not fit together.
    case cut
    /// A container of another kind: text document, presentation, plain zip.
    case notAWorkbook
    /// A web page without a table that was given the name of a workbook.
    case webPage
    /// A web page saved as one file (.mht).
    case webArchive
    /// A file of another kind, in Chinese: PDF, picture, text document.
    case otherKind(String)
    /// A spreadsheet of LibreOffice or OpenOffice (.ods).
    case openDocument
    /// No bytes.
    case empty
    /// A binary workbook (.xlsb) or one older than Excel 97.
    case oldOrBinary
    /// A part of the workbook says something it must not; `detail` for whoever looks into it.
    case damaged(String)
    /// DOCTYPE or entities, which no spreadsheet program writes.
    case entities
    /// Larger than what is read, `what` in Chinese.
    case tooLarge(String)
    /// No sheet of that name or number; the names there are.
    case noSuchSheet(String, names: [String])
    /// The workbook has no sheet with cells.
    case noSheets
  }

  /// The file's name.
  package var sourceName: String
  /// The sheet's name.
  package var sheet: String?
  /// The row, from 1.
  package var row: Int?
  /// What went wrong.
  package var kind: Kind

  /// Creates an error.
  package init(sourceName: String, sheet: String? = nil, row: Int? = nil, kind: Kind) {
    self.sourceName = sourceName
    self.sheet = sheet
    self.row = row
    self.kind = kind
  }
}

// MARK: - CustomStringConvertible

extension WorkbookError: CustomStringConvertible {
  package var description: String {
    var place = sourceName
    if let sheet { place += " 工作表“\(sheet)”" }
    if let row { place += " 第 \(row) 行" }
    return "\(place)：\(kind.sentence)"
  }
}

extension WorkbookError.Kind {
  /// What happened and the way out, in the reader's words.
  fileprivate var sentence: String {
    switch self {
    case .cannotOpen(let reason):
      "打不开（\(reason)）。请检查文件名、路径和权限。"
    case .encrypted:
      "工作簿有打开密码，读不了。请用 Excel 或 WPS 打开，去掉密码后另存一份再导入。"
    case .cut:
      "工作簿不完整，可能在传送中被截断。请重新索取该文件，或用 Excel、WPS 打开后另存一份再导入。"
    case .notAWorkbook:
      "这不是 Excel 工作簿。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 后再导入。"
    case .webPage:
      "这是一张网页，里面没有表格，只是起了表格的名字。可能是登录已过期：请在浏览器里打开它看看，重新登录系统后再导出一次。"
    case .webArchive:
      "这是“单个文件网页”（.mht），不是 Excel 工作簿。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再导入。"
    case .otherKind(let kind):
      "这是\(kind)，不是 Excel 工作簿，只是起了表格的名字。请找到原来的表格，用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    case .openDocument:
      "这是 .ods 表格（LibreOffice、OpenOffice 的格式），读不了。请用 LibreOffice 或 WPS 打开它，另存为 .xlsx 后再导入。"
    case .empty:
      "文件是空的，一个字节也没有。请重新导出，或重新索取该文件。"
    case .oldOrBinary:
      "这种工作簿格式（.xlsb 或 Excel 97 以前的 .xls）读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    case .damaged(let detail):
      "工作簿已损坏（\(detail)）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
    case .entities:
      "工作簿里有不该有的 XML 声明（DOCTYPE），表格软件不会这样写，可能是恶意文件，没有读取。请向发件人核实。"
    case .tooLarge(let what):
      "\(what)，不像是正常的表格，没有读取。请删去多余的空行空列，或只保留要导入的工作表，另存后再导入。"
    case .noSuchSheet(let word, let names):
      "没有工作表“\(word)”，现有：\(names.joined(separator: "、"))。"
    case .noSheets:
      "工作簿里没有带单元格的工作表。请检查文件是否选对。"
    }
  }
}
