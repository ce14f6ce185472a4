import GRDB
import GRDBSQLite
import Testing
import YiceStore

@Suite("statements that change many pages")
struct LargeStatementTests {
  @Test("a journal that goes into a file goes in a piece that SQLite's unix writer takes: 17 bits of a size")
  func spill() {
    #expect(SQLiteLibrary.statementSpill > 0)
    #expect(SQLiteLibrary.statementSpill <= 0x1FFFF)
  }

  @Test("the library's settings are in force before the first file is opened")
  func settings() throws {
    #expect(SQLiteLibrary.isConfigured)
    // Memory that is not counted takes no lock a piece.
    let length = try DatabaseQueue().read { try Int.fetchOne($0, sql: "SELECT length(zeroblob(100000))") }
    #expect(length == 100_000)
    var used: Int64 = -1
    var most: Int64 = -1
    #expect(sqlite3_status64(SQLITE_STATUS_MEMORY_USED, &used, &most, 0) == SQLITE_OK)
    #expect(most == 0)
  }
}
