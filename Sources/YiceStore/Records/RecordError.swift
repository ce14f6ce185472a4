package import YiceModel

/// Why a record could not be read or written; nothing was changed.
package enum RecordError: YiceError, Equatable {
  case unknownTable(String)
  case unknownColumn(table: String, word: String)
  case badValue(table: String, row: String, column: String, value: String?, problem: String)
  case missing(table: String, row: String, columns: [String])
  case notFound(table: String, row: String)
  case alreadyThere(table: String, row: String)
  case keyForm(table: String, expected: [String], given: String, detail: String = "")
  /// A class by its name: none, or several.
  case unclearClass(table: String, given: String, detail: String)
  case keyColumn(table: String, column: String)
  case notAllowed(table: String, role: String, writers: String)
  case appendOnly(table: String)
  case trespass(table: String, row: String, role: String, reason: String)
  case foreignOrg(table: String, org: String, file: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .notAllowed, .appendOnly, .foreignOrg, .trespass: .notAllowed
    case .unknownTable, .unknownColumn, .keyForm: .usage
    default: .failed
    }
  }

  package var description: String {
    switch self {
    case .unknownTable(let word):
      "没有叫“\(word)”的表。用 yice tables 文件 查看全部表名（中英文都可以用）。"
    case .unknownColumn(let table, let word):
      "“\(table)”表没有叫“\(word)”的列。用 yice tables 文件 \(table) 查看全部列名。"
    case .badValue(let table, let row, let column, let value, let problem):
      "“\(table)”\(row)“\(column)”列" + (value.map { "的值“\($0)”" } ?? "") + "：\(problem)。没有写入。"
    case .missing(let table, let row, let columns):
      "“\(table)”\(row)缺少必填列：\(columns.joined(separator: "、"))。没有写入。"
    case .notFound(let table, let row):
      "“\(table)”表里没有 \(row) 这一行。用 yice list 文件 \(table) 查看。"
    case .alreadyThere(let table, let row):
      "“\(table)”表里已经有 \(row) 这一行，没有写入。要修改请用 yice set。"
    case .keyForm(let table, let expected, let given, let detail):
      "“\(table)”的行由 \(expected.joined(separator: "/")) 指明，“\(given)”对不上\(detail)。值里有 / 的，写作 \\/ 并加单引号，如 'A\\/01'。"
    case .unclearClass(let table, let given, let detail):
      "“\(table)”里认不出“\(given)”：\(detail)。用 yice list 文件 \(table) 查看。"
    case .keyColumn(let table, let column):
      "“\(table)”的“\(column)”列用来指明是哪一行，不能修改。请新增一行再删除旧行。"
    case .notAllowed(let table, let role, let writers):
      "“\(table)”由\(writers)填写，\(role)文件里不能改。没有写入。"
    case .appendOnly(let table):
      "“\(table)”只能追加，不能修改或删除。请用 yice add 追加一条说明。"
    case .trespass(let table, let row, let role, let reason):
      "“\(table)” \(row) ：\(role)文件里不能这样改（\(reason)）。没有写入。"
    case .foreignOrg(let table, let org, let file):
      "“\(table)”的行属于 \(org)，而本文件是 \(file) 的，不能写入。"
    }
  }
}
