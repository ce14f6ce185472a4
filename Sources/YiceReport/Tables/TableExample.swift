internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// The grey row of a template that shows how a row looks. It begins with 「例：」, by which the import knows and skips it.
struct TableExample {
  let table: CatalogTable
  let file: FileInfo

  init(_ table: CatalogTable, file: FileInfo) {
    self.table = table
    self.file = file
  }

  func write(_ columns: [CatalogColumn], _ sheet: XLSXSheetWriter, _ book: XLSXWorkbook) {
    let grey = XLSXStyle().with {
      $0.italic = true
      $0.color = 0x808080
    }
    for (index, column) in columns.enumerated() {
      if index == 0 {
        sheet.write("例：" + value(of: column).description, row: 1, column: 0, book.format(grey))
      } else {
        let style = grey.with { $0.numberFormat = TableSheetColumns.style(of: column).numberFormat }
        var shown = value(of: column)
        if column.type == .date, case .text(let day) = shown, let serial = ExcelDate.serial(day) {
          shown = .integer(Int64(serial))
        }
        sheet.write(shown, row: 1, column: index, book.format(style))
      }
    }
  }

  private var year: Int { file.schoolYear ?? 2022 }

  private func value(of column: CatalogColumn) -> CellValue {
    switch column.type {
    case .text: column.required ? .text("示例" + column.label) : .empty
    case .identifier: column.required ? .text("示例001") : .empty
    case .orgCode: .text(file.orgCode)
    case .countyCode: .text(file.bureau)
    case .integer(let range): .integer(max(1, range.lowerBound))
    case .count: .integer(45)
    case .decimal, .signedDecimal: .integer(100)
    case .boolean: .text("是")
    case .date: .text("\(year)-09-01")
    case .year: .integer(Int64(year))
    case .choice(let choices): .text(choices.first { $0 == "小学" } ?? choices.first { !$0.isEmpty } ?? "")
    case .element: .text(Element.all.first?.name ?? "")
    case .sha256: .empty
    }
  }
}
