package import YiceFormats
internal import YiceModel

/// Figures from statistics tables as a sheet of the table 填报值, so that they go in as any import does.
package final class StatementRows: RowSource {
  package let sourceName: String
  package var encodingName: String { "教基统计表" }

  private let figures: [StatedFigure]
  private var position = -1

  /// The headings, from the catalog of 填报值.
  private static let headings = ["学校标识码", "数据项", "学段", "数值", "单位", "数据来源"]

  package init(_ workbook: StatisticsWorkbook, only orgCode: String?) {
    sourceName = workbook.fileName
    figures = workbook.figures.filter { orgCode == nil || $0.orgCode == orgCode }
  }

  package func next(into row: inout SheetRow) -> Bool {
    guard position < figures.count else { return false }
    defer { position += 1 }
    row.reset(number: position + 2)
    // The headings come before the first figure.
    guard position >= 0 else {
      for heading in StatementRows.headings { row.appendCell(heading) }
      return true
    }
    let figure = figures[position]
    row.appendCell(figure.orgCode)
    row.appendCell(figure.element)
    row.appendCell(figure.stage?.rawValue ?? "")
    row.appendCell(CellValue.decimal(figure.value).description)
    row.appendCell(figure.unit)
    row.appendCell("\(figure.table) \(figure.cells.joined(separator: "+"))")
    return true
  }
}
