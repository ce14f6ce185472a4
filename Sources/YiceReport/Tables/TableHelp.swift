internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// What helps a person to fill in a sheet: drop-down lists, checks, notes on the headings.
struct TableHelp {
  let table: CatalogTable
  let rows: ClosedRange<Int>

  init(_ table: CatalogTable, rows: ClosedRange<Int>) {
    self.table = table
    self.rows = rows
  }

  /// The lists stand on a hidden sheet, as a list inside a check may have 255 characters only.
  /// - Parameter name: of that sheet.
  func add(
    _ columns: [CatalogColumn], _ sheet: XLSXSheetWriter, _ book: XLSXWorkbook, lists name: String
  ) throws {
    let lists = columns.map(TableHelp.words)
    let choices = try lists.contains { !$0.isEmpty } ? book.addSheet(name) : nil
    if let choices {
      let shown = lists.indices.filter { !lists[$0].isEmpty }
      for (place, index) in shown.enumerated() {
        choices.write(columns[index].label, row: 0, column: place)
      }
      // A sheet in constant memory takes its rows in order.
      for line in 0..<(lists.map(\.count).max() ?? 0) {
        for (place, index) in shown.enumerated() where line < lists[index].count {
          choices.write(lists[index][line], row: line + 1, column: place)
        }
      }
      choices.hide()
    }
    var place = 0
    for (index, column) in columns.enumerated() {
      var range: String?
      if !lists[index].isEmpty, let choices {
        let letter = TableHelp.letters(place)
        range = "='\(choices.name)'!$\(letter)$2:$\(letter)$\(lists[index].count + 1)"
        place += 1
      }
      sheet.validate(rows: rows, column: index, TableHelp.validation(of: column, list: range))
    }
  }

  /// What may be typed, as the note on the heading says it.
  static func note(on column: CatalogColumn) -> String {
    var lines = [column.required ? "必填" : "可以不填", "填写：" + column.type.allowed(unit: column.unit)]
    if !column.synonyms.isEmpty { lines.append("表头也可写作：" + column.synonyms.prefix(4).joined(separator: "、")) }
    if column.sensitive { lines.append("个人信息，注意保管") }
    return lines.joined(separator: "\n")
  }

  private static func words(of column: CatalogColumn) -> [String] {
    switch column.type {
    case .choice(let choices): choices.filter { !$0.isEmpty }
    case .boolean: ["是", "否"]
    case .element: Element.all.map(\.name)
    default: []
    }
  }

  private static func validation(of column: CatalogColumn, list: String?) -> XLSXValidation {
    let allowed = column.type.allowed(unit: column.unit)
    let rule: XLSXValidation.Rule =
      switch column.type {
      case .integer(let range): .integer(range)
      case .count: .integer(0...Int64(Int32.max))
      case .year: .integer(1950...2100)
      case .decimal: .decimal(0...1e12)
      case .signedDecimal: .decimal(-1e12...1e12)
      case .date: .date
      default: list.map { .list(range: $0) } ?? .anything
      }
    return XLSXValidation(
      rule, title: String(column.label.prefix(16)), prompt: (column.required ? "必填。" : "") + allowed,
      complaint: "“\(column.label)”应填：\(allowed)",
      // A date typed as 2022.9.1 and a class called 初一 are understood when they come back.
      refuses: column.type != .date && column.aliases.isEmpty)
  }

  /// 0 → A, 26 → AA.
  static func letters(_ column: Int) -> String {
    var number = column
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(65 + number % 26))) + text
      number = number / 26 - 1
    } while number >= 0
    return text
  }
}
