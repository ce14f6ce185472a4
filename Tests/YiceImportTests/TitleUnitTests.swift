import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// A unit in a title line counts for the columns that name none: never a figure that is silently wrong.
@Suite struct TitleUnitTests {
  private func finance(_ title: String, heading: String = "金额", amount: String = "3.5") throws
    -> (outcome: ImportOutcome, stored: [Double])
  {
    let desk = try Desk()
    let outcome = try desk.take(
      "经费收支表\n\(title)\n年度,项目,\(heading)\n2022,公用经费预算,\(amount)\n", into: .finance)
    return (outcome, try desk.values("SELECT amount FROM finance"))
  }

  @Test(arguments: [
    ("单位：万元", 35_000.0), ("（计量单位：万元）", 35_000), ("金额单位：元", 3.5), ("单位：平方米、万元", 35_000),
    ("填报单位：第一小学　　单位：万元", 35_000), ("填报单位：第一小学", 3.5), ("单位：千山区教育局", 3.5), ("单位：人", 3.5),
  ])
  func `money below a title's unit is converted`(title: String, stored: Double) throws {
    let result = try finance(title)
    #expect(result.outcome.errors == 0, "\(result.outcome.texts)")
    #expect(result.stored == [stored])
    #expect(result.outcome.codes.contains("title-unit") == (stored != 3.5))
  }

  @Test func `it is told which columns were converted`() throws {
    let note = try #require(try finance("单位：万元").outcome.findings.first { $0.code == "title-unit" })
    #expect(note.message == "标题行写着单位“万元”，这些列已按它换算：金额")
  }

  @Test func `the column's own unit and the cell's own unit come first`() throws {
    #expect(try finance("单位：万元", heading: "金额(元)").stored == [3.5])
    #expect(try finance("单位：万元", amount: "3.5元").stored == [3.5])
  }

  @Test(arguments: ["单位：万", "单位：百万元", "单位：元、万元"])
  func `a unit that leaves the amount open is refused`(title: String) throws {
    let result = try finance(title)
    #expect(result.stored.isEmpty)
    #expect(result.outcome.codes.contains("bad-title-unit"))
    #expect(result.outcome.texts.contains { $0.contains("请把单位写在列名后面，如 金额(万元)") }, "\(result.outcome.texts)")
  }

  @Test func `statements take the title's unit where it goes with the element`() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "单位：万元\n数据项,学段,数值\n教学仪器设备值,,12.5\n学生数,小学,90\n", into: .statement)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(outcome.codes.contains("title-unit"))
    let stored: [Double] = try desk.values("SELECT value FROM statement ORDER BY element")
    #expect(Set(stored) == [125_000, 90])
    let unclear = try desk.take(
      "单位：万\n数据项,学段,数值\n图书册数,,2\n", into: .statement, named: "乙.csv")
    #expect(unclear.codes.contains("bad-unit"))
  }
}
