import Testing
import YiceReport

@Suite struct HistoryActionTests {
  @Test(arguments: [
    ("rectify progress", "整改进展"), ("oversize unheard of", "大班额"), ("unheard of", "unheard of"),
  ])
  func `an action is told in words, one that is not known as it is`(_ action: String, _ label: String) {
    #expect(HistoryAction.label(action) == label)
  }

  @Test(
    arguments: [
      ("撤销 12（edit：“教师”T1：姓名（全））", "修改：“教师”T1：姓名（全）"), ("撤销 12（undo：撤销 11（set：教师：更改 1））", "撤销：修改：教师：更改 1"),
      ("撤销 12（finish）", "完成"), ("教师：更改 1", nil),
    ] as [(String, String?)])
  func `what an undo took back is told without the numbers of revisions`(_ note: String, _ told: String?) {
    #expect(HistoryAction.takenBack(note) == told)
  }
}
