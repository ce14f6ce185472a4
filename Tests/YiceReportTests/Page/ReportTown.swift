import Foundation
import GRDB
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// A county's file with schools whose figures are typed in, and as many ledgers as a test asks for.
final class ReportTown {
  static let county = "990101"
  let workdir = Workdir(inMemory: true)
  let file: YiceFile
  var path: String { workdir.file("县.db") }

  init(schools: Int = 4, years: [Int] = [2022]) throws {
    let info = FileInfo(
      role: .county, orgCode: Self.county, orgName: "示例县教育局", countyCode: Self.county, schoolYear: 2022)
    file = try YiceFile.create(workdir.file("县.db"), info: info, author: Author("甄姓名"))
    try sql("INSERT INTO org (org_code, name, kind) VALUES (?, '示例县教育局', '教育行政部门')", [Self.county])
    for number in 0..<schools {
      try sql(
        "INSERT INTO org (org_code, name, kind, run_by) VALUES (?, ?, '小学', 7)",
        [Self.code(number), "第\(number)小学"])
      for year in years { try figures(number, year) }
    }
  }

  static func code(_ number: Int) -> String { "2199\(100_000 + number)" }

  private func figures(_ number: Int, _ year: Int) throws {
    let pupils = 300 + 40.0 * Double(number)
    let shares: [(String, Double, String)] = [
      ("学生数", 1, "小学"), ("高于规定学历教师数", 0.05, "小学"), ("骨干教师数", number == 1 ? 0.005 : 0.012, "小学"),
      ("体育教师数", 0.006, "小学"), ("艺术教师数", 0.006, "小学"), ("教学及辅助用房面积", 5, ""), ("室内体育用房面积", 0.2, ""),
      ("运动场地面积", 8, ""), ("教学仪器设备值", number == 2 ? 1800 : 2100, ""), ("网络多媒体教室数", 0.03, ""),
    ]
    for (element, share, stage) in shares {
      try sql(
        "INSERT INTO statement (org_code, school_year, element, stage, value) VALUES (?, ?, ?, ?, ?)",
        [Self.code(number), year, element, stage, (pupils * share).rounded()])
    }
  }

  func sql(_ text: String, _ arguments: StatementArguments = []) throws {
    try file.withConnection { try $0.execute(sql: text, arguments: arguments) }
  }

  func page(_ options: ReportOptions = ReportOptions(), on day: String = "2023-03-01") throws -> String {
    let file = try YiceFile.open(path)
    return try file.readWithTemporaryTables { db in
      try ReportBuilder.html(db, Question(db, file.info, year: 2022, day: day), options: options)
    }
  }

  /// One row in every table that reports read, every column of text filled with the words.
  func fill(_ words: (CatalogColumn) -> String) throws {
    let school = Self.code(0)
    try file.withConnection { db in
      for table in TableCatalog.tables
      where !["org", "statement", "standard", "threshold"].contains(table.name) {
        let values = table.columns.map { ReportTown.value($0, table, school, words) }
        let marks = values.map { _ in "?" }.joined(separator: ",")
        let names = table.columns.map(\.name).joined(separator: ",")
        try db.execute(
          sql: "INSERT INTO \(table.name) (\(names)) VALUES (\(marks))", arguments: StatementArguments(values)
        )
      }
      for column in CatalogTable.org.columns where column.type == .text {
        try db.execute(
          sql: "UPDATE org SET \(column.name) = ? WHERE org_code = ?", arguments: [words(column), school])
      }
    }
  }

  private static func value(
    _ column: CatalogColumn, _ table: CatalogTable, _ school: String, _ words: (CatalogColumn) -> String
  ) -> DatabaseValue {
    if column.name == "org_code" {
      return (["conclusion", "survey", "veto_finding"].contains(table.name) ? county : school).databaseValue
    }
    if column.name == "subject_table" { return "rectification".databaseValue }
    switch column.type {
    case .text: return words(column).databaseValue
    case .identifier: return words(CatalogTable.rectification.columns[1]).databaseValue
    case .orgCode: return school.databaseValue
    case .countyCode: return county.databaseValue
    case .integer(let range): return range.lowerBound.databaseValue
    case .count, .decimal, .signedDecimal: return 3.databaseValue
    case .boolean: return 0.databaseValue
    case .date: return "2022-09-01".databaseValue
    case .year: return 2022.databaseValue
    case .choice(let choices):
      return (choices.first { $0 == "小学" } ?? choices.first { !$0.isEmpty } ?? "").databaseValue
    case .element: return "学生数".databaseValue
    case .sha256: return String(repeating: "0", count: 64).databaseValue
    }
  }
}

/// What no page may run.
let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onload='alert(3)\u{202E}]]></style>"

extension String {
  /// How often the words occur.
  func components(of words: String) -> Int { components(separatedBy: words).count - 1 }

  /// The values of an attribute, as numbers, of elements whose text begins so.
  func numbers(of attribute: String, within start: String = "<") -> [Double] {
    components(separatedBy: start).dropFirst().flatMap { piece in
      piece.prefix { $0 != ">" }.components(separatedBy: " \(attribute)=\"").dropFirst()
        .compactMap { Double($0.prefix { $0 != "\"" }) }
    }
  }

  /// Every value of an attribute.
  func values(of attribute: String) -> [String] {
    components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
