internal import GRDB
internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A few sums that live while a person types, so that totals are seen to agree before the workbook is mailed.
struct WorkbookSums {
  let year: Int?

  private struct Sum {
    let label: String
    let table: CatalogTable
    let kind: Kind

    enum Kind {
      /// Rows with something in the column.
      case rows(of: String)
      case sum(of: String)
      /// The column times 间数, empty being one.
      case roomSum(of: String)
      /// Rows whose column holds that word.
      case count(String, of: String)
    }
  }

  private static let sums: [Sum] = [
    Sum(label: "班级数", table: .classRoll, kind: .rows(of: "head_count")),
    Sum(label: "学生数", table: .classRoll, kind: .sum(of: "head_count")),
    Sum(label: "教职工数", table: .teacher, kind: .rows(of: "name")),
    Sum(label: "专任教师数", table: .teacher, kind: .count("是", of: "full_time")),
    Sum(label: "用房建筑面积（㎡）", table: .room, kind: .roomSum(of: "floor_area")),
    Sum(label: "场地面积（㎡）", table: .ground, kind: .sum(of: "area")),
    Sum(label: "仪器设备金额（元）", table: .equipment, kind: .sum(of: "value")),
  ]

  func write(_ sheet: XLSXSheetWriter, _ book: XLSXWorkbook, _ db: Database) throws {
    let head = book.format(TableSheetColumns.heading)
    for (index, text) in ["项目", "填在表里的", "发出时的"].enumerated() {
      sheet.write(text, row: 0, column: index, head)
    }
    var row = 1
    for sum in WorkbookSums.sums {
      guard let place = place(of: sum), let now = try value(of: sum, db) else { continue }
      sheet.write(sum.label, row: row, column: 0)
      sheet.write(formula: formula(sum, place), value: now, row: row, column: 1)
      sheet.write(now, row: row, column: 2)
      row += 1
    }
    sheet.setColumn(0, width: 24)
    sheet.setColumn(1, width: 14)
    sheet.setColumn(2, width: 14)
  }

  private func column(of sum: Sum) -> String {
    switch sum.kind {
    case .rows(let name), .sum(let name), .roomSum(let name), .count(_, let name): name
    }
  }

  /// Letter of the column on its sheet.
  private func place(of sum: Sum) -> String? {
    letter(of: column(of: sum), in: sum.table)
  }

  private func letter(of name: String, in table: CatalogTable) -> String? {
    WholeWorkbook.columns(of: table, year: year).firstIndex { $0.name == name }.map(TableHelp.letters)
  }

  private func formula(_ sum: Sum, _ letter: String) -> String {
    let cells = WorkbookSums.cells(sum.table, letter)
    return switch sum.kind {
    case .rows: "=COUNTA(\(cells))"
    case .sum: "=SUM(\(cells))"
    case .roomSum:
      // Σ area + Σ area · (间数 − 1), which leaves lines without 间数 as they are.
      self.letter(of: "room_count", in: sum.table).map { times in
        let counts = WorkbookSums.cells(sum.table, times)
        return
          "=SUM(\(cells))+SUMPRODUCT((\(counts)<>\"\")*1,\(cells),\(counts))-SUMIF(\(counts),\">0\",\(cells))"
      } ?? "=SUM(\(cells))"
    case .count(let word, _): "=COUNTIF(\(cells),\"\(word)\")"
    }
  }

  /// All of a column below its heading, however many rows a person adds.
  private static func cells(_ table: CatalogTable, _ letter: String) -> String {
    "'\(table.label)'!\(letter)2:\(letter)1048576"
  }

  private func value(of sum: Sum, _ db: Database) throws -> Double? {
    let what =
      switch sum.kind {
      case .rows(let name): "count(\(name))"
      case .sum(let name): "total(\(name))"
      case .roomSum(let name): "total(\(name) * coalesce(room_count, 1))"
      case .count(_, let name): "count(CASE WHEN \(name) = 1 THEN 1 END)"
      }
    let years = year == nil || sum.table.yearColumn == nil ? "" : " WHERE school_year = ?"
    return try Double.fetchOne(
      db, sql: "SELECT \(what) FROM \(sum.table.name)\(years)",
      arguments: years.isEmpty ? [] : [year])
  }
}
