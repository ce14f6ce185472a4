package import YiceImport
package import YiceModel
internal import YiceStore

/// A school's workbook as the file that the school would have sent: what the bureau issues to it today, with the sheets
/// imported. That file is merged like any other, so conflicts, authority and old copies are the merge's. Decision 0152.
struct ReceivedWorkbook: Sendable {
  /// The workbook's, under which the made file goes.
  let name: String
  let info: FileInfo
  let file: SerializedFile
  let account: Account

  /// What there is to say of the workbook when its file is merged.
  struct Account: Sendable {
    let outcome: WorkbookOutcome
    /// What the person who merges should know of the workbook's age.
    let notes: [Finding]
  }
}

/// Why a workbook was not merged.
package enum WorkbookRefusal: YiceError {
  case ownFile(String)
  case unlabelled(String)
  case unknownSchool(String, String, String)
  case fruitless(String, WorkbookOutcome)

  package var exitStatus: ExitStatus {
    switch self {
    case .ownFile: .usage
    case .unknownSchool: .notAllowed
    case .unlabelled, .fruitless: .failed
    }
  }

  package var description: String {
    switch self {
    case .ownFile(let name):
      "“\(name)”是工作簿；学校自己的文件请用 yice import 文件 \(name) 导入，先加 --dry-run 看看。"
    case .unlabelled(let name):
      "“\(name)”看不出是哪所学校的（隐藏的“一册”工作表和“说明”都不在了），没有合并。请用 yice import 县级文件 \(name) --school 学校 导入。"
    case .unknownSchool(let name, let school, let code):
      "“\(name)”是 \(school)（\(code)）的，本文件里没有这所学校，没有合并。请先导入学校机构。"
    case .fruitless(let name, let outcome):
      "“\(name)”里没有一张工作表能合并"
        + (outcome.findings.first { $0.severity == .error }.map { "：\($0.description)" } ?? "。")
    }
  }
}
