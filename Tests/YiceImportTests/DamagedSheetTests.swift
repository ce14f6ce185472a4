import Foundation
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// What is left of a damaged sheet is imported whole or not at all, and never stops the program.
@Suite struct DamagedSheetTests {
  private static let sources: [(path: String, table: CatalogTable?)] = [
    ("samples/workbooks/教师名册.xls", .teacher), ("samples/statistics/一校报表.xlsx", nil),
    ("samples/statistics/全县名册.xlsx", nil),
  ]

  @Test(arguments: [7, 8] as [UInt64])
  func `damaged workbooks and texts go through the whole import`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let school = try TestSchool()
    let roster = Array(
      "单位：万元\n教师编号,姓名,任教学段,专任教师,五年培训学时\n甲,乙,1,2,3\nT1,王芳,小学,是,360\nT2,李　娜,初中,√,约72\n合计,2\n".utf8)
    let wholes = try Self.sources.map { try readSource($0.path) }
    for round in 0..<Effort.runs(usually: 120) {
      let which = round % (Self.sources.count + 1)
      let isText = which == Self.sources.count
      let bytes = Mutation.damage(isText ? roster : wholes[which], &random)
      try school.workdir.write("坏", bytes)
      let before = try school.workdir.bytes("一小.db")
      do {
        let sheets = try SheetFile.open(school.workdir.file("坏"))
        if !isText, Self.sources[which].table == nil {
          _ = try StatisticsWorkbook(sheets, orgCode: school.file.info.orgCode)
        } else {
          let choice = try SheetChoice(sheets, named: nil, matcher: HeaderMatcher(.teacher))
          let outcome = try Importer(.teacher).run(
            try sheets.rows(of: choice.sheet), merges: try sheets.merges(of: choice.sheet), into: school.file,
            author: school.author)
          let isSame = try school.workdir.bytes("一小.db") == before
          #expect(outcome.written != isSame, "seed \(seed) round \(round)")
        }
      } catch {
        #expect(
          error is WorkbookError || error is CSVError || error is Importer.Problem,
          "seed \(seed) round \(round): \(error)")
        #expect(try school.workdir.bytes("一小.db") == before, "seed \(seed) round \(round)")
      }
    }
  }

  private func readSource(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: Repository.root + "/" + path)))
  }
}
