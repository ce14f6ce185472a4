import Testing
import YiceFormats

struct ExcelDateTests {
  @Test(arguments: [
    ("1900-03-01", 61), ("2000-02-29", 36_585), ("2022-09-01", 44_805), ("2100-12-31", 73_415),
  ])
  func `A day has the number that spreadsheet programs give it`(day: String, serial: Int) {
    #expect(ExcelDate.serial(day) == serial)
  }

  @Test(arguments: ["", "2022-9", "2022-13-01", "22-09-01", "1900-01-01", "2022年9月1日"])
  func `What is no day, or older than programs agree on, has none`(text: String) {
    #expect(ExcelDate.serial(text) == nil)
  }
}
