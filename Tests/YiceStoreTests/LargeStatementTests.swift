import Testing
import YiceStore

@Suite("statements that change many pages")
struct LargeStatementTests {
  @Test("a journal that goes into a file goes in a piece that SQLite's unix writer takes: 17 bits of a size")
  func spill() {
    #expect(SQLiteLibrary.statementSpill > 0)
    #expect(SQLiteLibrary.statementSpill <= 0x1FFFF)
  }
}
