import Foundation
import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// What programmes ask for, from the sheets of samples/programmes.
extension LedgerTown {
  /// A programme in a county's file, with the standard's own limits for ledgers.
  static func programme(_ name: String, year: Int) throws -> LedgerTown {
    let town = try LedgerTown(.county, year: year)
    let folder = Repository.root + "/samples/programmes/" + name
    for sheet in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where sheet.hasSuffix(".csv") {
      let table = try #require(TableCatalog.table(String(sheet.dropLast(4))))
      let outcome = try Importer(table).run(
        CSVReader(path: folder + "/" + sheet), into: town.file, author: Author("局"))
      #expect(outcome.errors == 0, "\(sheet): \(outcome.findings)")
    }
    return town
  }

  func asked<T>(
    _ year: Int, today: String = "2023-01-01", _ body: (Database, DemandQuestion) throws -> T
  ) throws -> T {
    try file.read { db in
      let profile = try Profile.load(from: db, orgCode: LedgerTown.county)
      return try body(db, DemandQuestion(year: year, today: today, bureau: LedgerTown.county, profile))
    }
  }

  /// Rows of a demand as text, by column.
  func rows(_ id: String, _ year: Int, today: String = "2023-01-01") throws -> [[String: String]] {
    let demand = try #require(Demand.all.first { $0.id == id })
    return try asked(year, today: today) { db, question in
      try demand.rows(db, question).map { row in
        Dictionary(
          demand.columns.map { column in
            let value: DatabaseValue = row[column.name]
            return (
              column.name,
              String.fromDatabaseValue(value) ?? Double.fromDatabaseValue(value).map { "\($0)" } ?? ""
            )
          }
        ) { first, _ in first }
      }
    }
  }

  /// Lines of `status`, by section and name.
  func lines(_ year: Int, today: String = "2023-01-01") throws -> [String: ProgrammeLine] {
    let all = try asked(year, today: today) { db, question in
      try Demand.all.flatMap { try $0.lines(db, question) }
    }
    return Dictionary(all.map { ("\($0.section) \($0.name)", $0) }) { first, _ in first }
  }
}
