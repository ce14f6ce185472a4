import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// 大班额 that leaves the school as large as it was.
@Suite struct GraduationTests {
  @Test("a class that left as large as it was is 毕业, counted apart from 销号; one that is still there is not")
  func graduation() throws {
    let town = try LedgerTown(.county, year: 2022)
    for (no, entry) in [(1, 2017), (2, 2017), (3, 2020)] {
      try town.add(
        .oversizedClass,
        [
          "stage": "小学", "entry_year": entry, "class_no": no, "filed_count": 60, "filed_on": "2022-09-01",
          "limit_count": 45, "level": "大班额", "state": "在册",
        ])
    }
    try town.roll(60, year: 2023, entry: 2017, no: 2)
    let left = try town.write { try OversizeMoves($0).graduateAll(on: "2023-01-10", .usual) }
    #expect(left.isEmpty, "not in the middle of their last year")
    let gone = try town.write { try OversizeMoves($0).graduateAll(on: "2023-07-05", .usual) }
    #expect(gone == ["2199000001/小学/2017/1"], "the one that stays another year is on a later class list")
    let sums = try #require(try town.rows("graduated", 2022, today: "2023-07-06").last)
    #expect(sums["graduated"] == "1.0" && sums["struck"] == "0.0" && sums["on_ledger"] == "2.0")
  }
}
