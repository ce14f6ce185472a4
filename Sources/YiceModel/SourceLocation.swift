/// Where in what a person sent something stands: file, sheet, row, column.
package struct SourceLocation: Sendable, Hashable {
  package var file: String?
  package var sheet: String?
  /// Row as a person counts it in the sheet, from 1.
  package var row: Int?
  /// The column's heading.
  package var column: String?

  package init(file: String? = nil, sheet: String? = nil, row: Int? = nil, column: String? = nil) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
  }
}

extension SourceLocation: CustomStringConvertible {
  /// As in a message: 「教师.csv 第 12 行 “学历” 列」.
  package var description: String {
    var parts: [String] = []
    if let file { parts.append(file) }
    if let sheet { parts.append("工作表“\(sheet)”") }
    if let row { parts.append("第 \(row) 行") }
    if let column { parts.append("“\(column)”列") }
    return parts.joined(separator: " ")
  }
}
