import Testing
import YiceFormats
import YiceTestSupport

@Suite struct XLSSheetTests {
  static let path = Repository.root + "/samples/workbooks/教师名册.xls"

  @Test func `texts, dates, numbers, booleans and errors of an old workbook are read`() throws {
    let sheet = try readSheet(Self.path)
    #expect(sheet.numbers == Array(1...8))
    #expect(sheet.rows[0] == ["石桥乡中心小学教师名册"])
    #expect(sheet.rows[4] == ["T001", "王　芳", "小学", "语文", "360", "TRUE", "1998-09-01"])
    #expect(sheet.rows[5] == ["T002", "𠮷田", "小学", "数学", "72.5", "TRUE", "2011-08-31"])
    #expect(sheet.rows[6][4] == "0.3")
    #expect(sheet.rows[6][6] == "2020-02-29")
    #expect(sheet.rows[7] == ["T004", "", "", "", "#N/A", "", "", "", "", "远"])
    #expect(sheet.remarks.hiddenRows == 1)
    #expect(sheet.remarks.firstHiddenRow == 6)
  }

  @Test func `its sheets and merged cells are listed`() throws {
    let file = try SheetFile.open(Self.path)
    #expect(file.sheets.map(\.name) == ["教师", "旧表", "长文字"])
    #expect(file.sheets.map(\.visibility) == [.visible, .hidden, .visible])
    let merges = try file.merges(of: file.sheets[0])
    #expect(merges.contains(CellRange(rows: 1...1, columns: 1...7)))
    #expect(merges.contains(CellRange(rows: 3...3, columns: 3...4)))
  }

  @Test func `texts that go on in the next record stay whole`() throws {
    let rows = try readSheet(Self.path, sheet: "长文字").rows
    #expect(rows.count == 400)
    for (index, row) in rows.enumerated() {
      #expect(row == ["第\(index)行" + String(repeating: "文字", count: index % 40), "\(index)", "\(index * 2)"])
    }
  }

  @Test func `a password is told in old and new workbooks`() throws {
    var bytes = try readBytes(Self.path)
    // The record of the code page becomes the one that says: encrypted.
    let mark = try #require((0..<bytes.count - 4).first { Array(bytes[$0..<$0 + 4]) == [0x42, 0, 2, 0] })
    bytes[mark] = 0x2F
    let message = "工作簿有打开密码，读不了。请用 Excel 或 WPS 打开，去掉密码后另存一份再导入。"
    #expect(workbookError(try TemporaryFile(bytes, name: "甲.xls")) == "甲.xls：" + message)
    let locked = try TemporaryFile(readBytes(Repository.root + "/samples/workbooks/有密码.xlsx"), name: "乙.xlsx")
    #expect(workbookError(locked) == "乙.xlsx：" + message)
  }

  @Test func `a workbook of Excel 95 is read with its code page`() throws {
    let path = Repository.root + "/samples/workbooks/教师名册-95.xls"
    #expect(try SheetFile.open(path).sheets.map(\.name) == ["教师", "旧表"])
    #expect(try SheetFile.open(path).sheets.map(\.visibility) == [.visible, .hidden])
    let sheet = try readSheet(path)
    #expect(
      sheet.rows == [
        ["石桥乡中心小学教师名册"], ["填报单位：石桥乡中心小学"],
        ["教师编号", "姓名", "任教学段", "任教学科", "五年培训学时", "专任教师", "入职日期"],
        ["T001", "王　芳", "小学", "数学", "360", "TRUE", "1998-09-01"],
        ["T002", "欧阳娜娜", "小学", "数学", "72.5", "TRUE", "2022-09-01"],
        ["T003", "李娜", "小学", "数学", "3.5", "TRUE", "2020-02-29"], ["T004", "赵强", "", "", "#N/A"],
      ])
    #expect(sheet.remarks.hiddenRows == 1 && sheet.remarks.firstHiddenRow == 5)
    #expect(sheet.remarks.hiddenColumns == [4...4])
  }
}
