import GRDB
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// A file of a test's own: one primary school, or the county with it.
final class LedgerTown {
  static let school = "2199000001"
  static let county = "990101"
  let work = Workdir(inMemory: true)
  let file: YiceFile
  let role: Role

  init(_ role: Role = .county, kind: String = "小学", year: Int = 2022) throws {
    self.role = role
    let info = FileInfo(
      role: role, orgCode: role.isOneSchool ? Self.school : Self.county, orgName: "示例",
      countyCode: Self.county, schoolYear: year)
    file = try YiceFile.create(work.file("a.db"), info: info, author: Author("某"))
    try write { try $0.save(info) }
    try add(.org, ["org_code": Self.school, "name": "示例小学", "kind": kind, "county_code": Self.county])
  }

  @discardableResult
  func write<T>(_ body: (RevisionWriter) throws -> T) throws -> T {
    try file.write("test", author: Author("某"), body)
  }

  func add(_ table: CatalogTable, _ values: RowValues) throws {
    var values = values
    values.fill("org_code", Self.school)
    try write { _ = try $0.add(table, values) }
  }

  func set(_ table: CatalogTable, _ key: String, _ values: RowValues) throws {
    try write { _ = try $0.set(table, RowKey(key, in: table, file: $0.file), values) }
  }

  /// One class: 2020 年入学 2 班.
  func roll(_ heads: Int, year: Int = 2022, entry: Int = 2020, no: Int = 2, stage: String = "小学") throws {
    try add(
      .classRoll,
      [
        "school_year": year, "stage": stage, "entry_year": entry, "class_no": no, "head_count": heads,
        "grade": year - entry + (stage == "小学" ? 1 : 7),
      ])
  }

  /// The shipped limits of classes and schools.
  static func sizes() throws -> SizeRules { try ProfileCatalog.named("national-2017").sizes }

  func text(_ sql: String) throws -> String? { try file.read { try String.fetchOne($0, sql: sql) } }
  func number(_ sql: String) throws -> Double? { try file.read { try Double.fetchOne($0, sql: sql) } }

  func figures(_ year: Int = 2022) throws -> CountyFigures {
    try file.readWithTemporaryTables {
      try WorkedYear.with($0, year: year, profile: ProfileCatalog.named("national-2017")) { $0.figures }
    }
  }

  /// What went wrong, in words.
  func complaint(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "nothing was refused"
    } catch { return "\(error)" }
  }
}
