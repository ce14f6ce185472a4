import Foundation
import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

@Suite struct StatisticsTests {
  private static let folder = Repository.root + "/samples/statistics/"

  private func workbook(_ name: String, orgCode: String? = nil) throws -> StatisticsWorkbook {
    try StatisticsWorkbook(SheetFile.open(Self.folder + name), orgCode: orgCode)
  }

  /// `org element stage value`, sorted.
  private func expected(_ name: String) throws -> [String] {
    let all = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: Self.folder + "expected.json")))
    let rows = try #require((all as? [String: [[Any]]])?[name])
    return rows.map { row in
      let value = (row[3] as? NSNumber)?.doubleValue ?? .nan
      return "\(row[0]) \(row[1]) \(row[2]) \(CellValue.decimal(value))"
    }.sorted()
  }

  @Test(arguments: ["一校报表.xlsx", "全县名册.xlsx"])
  func `both layouts give the statements that were put in`(name: String) throws {
    let figures = try workbook(name).figures.map {
      "\($0.orgCode) \($0.element) \($0.stage?.rawValue ?? "") \(CellValue.decimal($0.value))"
    }
    #expect(try figures.sorted() == expected(name))
  }

  @Test func `every statement names its cells and its table`() throws {
    let figures = try workbook("一校报表.xlsx").figures
    func cells(_ element: String, _ stage: Stage?) -> [String]? {
      figures.first { $0.element == element && $0.stage == stage }?.cells
    }
    #expect(cells("高于规定学历教师数", .primary) == ["B10", "B11", "B12"])
    #expect(cells("高于规定学历教师数", .junior) == ["B10", "B11"])
    // 艺术 is 音乐 and 美术 already.
    #expect(cells("艺术教师数", .primary) == ["G8"])
    #expect(figures.first { $0.element == "骨干教师数" }?.table == "教基1102续")
  }

  @Test func `ten thousand yuan become yuan, and a list may have them plain`() throws {
    let form = try workbook("一校报表.xlsx").figures.first { $0.element == "教学仪器设备值" }
    let list = try workbook("全县名册.xlsx").figures.first { $0.element == "教学仪器设备值" }
    #expect(form?.value == 2_234_785)
    #expect(list?.value == 2_234_785)
    #expect(form?.unit == "元")
  }

  @Test func `what is not read is told`() throws {
    let form = try workbook("一校报表.xlsx").findings
    #expect(form.map(\.code) == ["unknown-statistics"])
    #expect(form[0].location.sheet == "填表说明")
    let list = try workbook("全县名册.xlsx").findings
    #expect(list.map(\.code) == ["no-figure", "no-figure", "hidden-sheet"])
    #expect(try workbook("一校报表.xlsx").year == 2022)
  }

  @Test func `the figures go in as statements and nothing changes the second time`() throws {
    let school = try TestSchool(code: "3199000003")
    let book = try workbook("全县名册.xlsx", orgCode: "3199000003")
    let first = try Importer(.statement).run(
      StatementRows(book, only: "3199000003"), into: school.file, author: school.author)
    #expect(first.findings == [])
    #expect(first.new == 21)
    let second = try Importer(.statement).run(
      StatementRows(book, only: "3199000003"), into: school.file, author: school.author)
    #expect(second.same == 21)
    let (stored, source) = try school.file.read { db in
      try (
        Double.fetchOne(
          db, sql: "SELECT value FROM statement WHERE element = '学生数' AND stage = '小学' AND school_year = 2022"
        ),
        String.fetchOne(db, sql: "SELECT source FROM statement WHERE element = '艺术教师数' AND stage = '初中'")
      )
    }
    #expect(stored == 612)
    #expect(source == "教基4156 I5+J5")
  }

  // MARK: Small sheets

  private func figures(_ rows: [[String]]) throws -> ([String], [String]) {
    let text = rows.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n") + "\n"
    let workdir = Workdir(inMemory: true)
    let path = try workdir.write("统计.csv", text)
    let book = try withExtendedLifetime(workdir) {
      try StatisticsWorkbook(SheetFile.open(path), orgCode: "2199000004")
    }
    return (book.figures.map { "\($0.element) \(CellValue.decimal($0.value))" }, book.findings.map(\.code))
  }

  @Test func `money without a unit is not guessed at`() throws {
    let table = [["指标名称", "编号", "数量"], ["教学仪器设备资产值", "01", "12.5"]]
    let bare = try figures([["教基5176"]] + table)
    #expect(bare.0 == [])
    #expect(bare.1.contains("no-unit"))
    let titled = try figures([["教基5176", "计量单位：平方米、册、万元"]] + table)
    #expect(titled.0 == ["教学仪器设备值 125000"])
  }

  @Test func `two different figures for one amount are an error`() throws {
    let result = try figures([
      ["教基3112"], ["指标名称", "毕业生数", "在校生数", "在校学生数"], ["合计", "1", "20", "21"], ["其中：女", "1", "9", "9"],
    ])
    #expect(result.0 == [])
    #expect(result.1 == ["two-figures"])
  }

  @Test func `stars and dashes are no figures, and columns may stand in any order`() throws {
    let result = try figures([
      ["教基4155"], ["学历", "音乐", "体育", "合计", "美术"], ["本科毕业", "1", "1", "9", "-"],
      ["_x000D_合计", "2", "3", "1,020", "*"], ["研究生毕业", "-", "-", "*", "-"], ["专科毕业", "1", "2", "4", "0"],
    ])
    #expect(result.0 == ["专任教师数 1020", "高于规定学历教师数 13", "体育教师数 3", "艺术教师数 2"])
    #expect(result.1 == [])
  }

  @Test func `1,2 is no number: thousands are told where they are`() throws {
    let result = try figures([
      ["教基4155"], ["学历", "音乐", "体育", "合计", "美术"], ["本科毕业", "1", "1", "9", "-"],
      ["合计", "2", "1,2", "1,020", "*"], ["研究生毕业", "-", "-", "*", "-"], ["专科毕业", "1", "2", "4", "0"],
    ])
    #expect(!result.0.contains { $0.hasPrefix("体育教师数") })
    #expect(result.1 == ["bad-number"])
  }

  @Test func `every element of the tables is one that indicators know, in its own unit`() {
    for table in StatisticsTable.all {
      for rule in table.rules {
        let element = Element.named(rule.element)
        #expect(element?.name == rule.element, "\(table.code) \(rule.element)")
        #expect(element?.byStage == (rule.stage != nil), "\(table.code) \(rule.element)")
      }
    }
  }
}
