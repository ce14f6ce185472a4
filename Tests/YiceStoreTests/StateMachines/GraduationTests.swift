import GRDB
import Testing
import YiceModel
import YiceStore

/// 毕业 in 大班额台账: the class left the school, by a day that no class list of ours contradicts.
@Suite struct GraduationTests {
  private func ledger() throws -> LedgerFile {
    let ledger = try LedgerFile(.school)
    try ledger.plant(
      .oversizedClass,
      [
        "org_code": LedgerFile.school, "stage": "小学", "entry_year": 2017, "class_no": 2, "filed_count": 50,
        "filed_on": "2022-09-01", "limit_count": 45, "level": "超标准", "state": "在册",
      ])
    return ledger
  }

  private func onlyKey(_ db: Database) throws -> RowKey {
    let row = try #require(try RecordQuery(.oversizedClass).rows(db).first)
    return RowKey(CatalogTable.oversizedClass.key.map { row[$0] })
  }

  private func graduate(_ ledger: LedgerFile, on day: String?) throws {
    let key = try ledger.file.read { try onlyKey($0) }
    try ledger.write { try $0.set(.oversizedClass, key, ["state": "毕业", "left_on": day]) }
  }

  private func refusal(_ ledger: LedgerFile, on day: String?) -> String {
    do {
      try graduate(ledger, on: day)
      return ""
    } catch { return "\(error)" }
  }

  private func list(_ ledger: LedgerFile, year: Int) throws {
    try ledger.plant(
      .classRoll,
      [
        "org_code": LedgerFile.school, "school_year": year, "stage": "小学", "entry_year": 2017, "class_no": 2,
        "head_count": 50,
      ])
  }

  @Test("it needs the day, and one that is not before the entry")
  func day() throws {
    let ledger = try ledger()
    #expect(refusal(ledger, on: nil).contains("毕业日期"))
    #expect(refusal(ledger, on: "2022-07-01").contains("“毕业日期”不能早于“建档日期”"))
    try graduate(ledger, on: "2023-07-01")
    #expect(try ledger.text("SELECT state FROM oversized_class") == "毕业")
  }

  @Test(
    "a class that a later class list still has did not leave",
    arguments: [("2023-06-30", 2022, true), ("2023-06-30", 2023, false), ("2023-09-01", 2023, true)])
  func lists(_ day: String, _ year: Int, _ leaves: Bool) throws {
    let ledger = try ledger()
    try list(ledger, year: year)
    let refusal = refusal(ledger, on: day)
    #expect(refusal.isEmpty == leaves, "\(refusal)")
    #expect(leaves || refusal.contains("该班不在毕业之后学年的班级册里"))
  }

  @Test("taken back, the entry is 在册 again and has no day")
  func takenBack() throws {
    let ledger = try ledger()
    try graduate(ledger, on: "2023-07-01")
    let key = try ledger.file.read { try onlyKey($0) }
    try ledger.write { try $0.set(.oversizedClass, key, ["state": "在册"]) }
    #expect(try ledger.text("SELECT left_on FROM oversized_class") == nil)
  }
}
