import Glibc
import Testing
import YiceFormats

@Suite struct CSVWriterTests {
  @Test func `rows end in CRLF and cells are quoted when needed`() throws {
    let bytes = try written([
      ["姓名", "备注"],
      ["a,b", "c\"d"], ["e\nf", "g\rh"], [" i", "j "], ["k", nil], [],
    ])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "姓名,备注\r\n\"a,b\",\"c\"\"d\"\r\n\"e\nf\",\"g\rh\"\r\n\" i\",\"j \"\r\nk,\r\n\r\n")
  }

  @Test func `numbers stand plain`() throws {
    let bytes = try written([
      [.integer(.max), .integer(.min), 12.5, 3.0, -0.5, .decimal(.nan), .decimal(.infinity)]
    ])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "9223372036854775807,-9223372036854775808,12.5,3,-0.5,,\r\n")
  }

  @Test func `a byte order mark comes first, even without rows`() throws {
    #expect(try written([], encoding: .utf8WithMark) == [0xEF, 0xBB, 0xBF])
    #expect(try written([], encoding: .utf8) == [])
    #expect(
      try written([["a"]], encoding: .utf8WithMark)
        == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }

  @Test func `GB18030 takes the whole of Chinese`() throws {
    let bytes = try written([["中文", "\u{20BB7}"], ["a", "b"]], encoding: .gb18030)
    #expect(bytes == TextEncodingTests.gb18030)
  }

  @Test func `a character without a code in GB18030 is named`() {
    let error = #expect(throws: SinkError.self) {
      try written([["中", "\u{E78D}"]], encoding: .gb18030)
    }
    #expect(
      error?.description == "导出.csv：字符 U+E78D 不能用 GB18030 表示。请改用 UTF-8 输出。")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
    ("-1+2", "'-1+2"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("=\"a\"", "\"'=\"\"a\"\"\""),
    ("-5", "-5"), ("+86", "+86"), ("-12.5", "-12.5"), ("-1.2.3", "'-1.2.3"), ("-", "-"),
    ("a=b", "a=b"), ("'a", "'a"), ("", ""),
  ])
  func `a text that would run as a formula gets an apostrophe`(
    text: String, expected: String
  ) throws {
    let guarded = try written([[.text(text)]])
    #expect(String(decoding: guarded, as: UTF8.self) == expected + "\r\n")
    let plain = try written([[.text(text)]], guardFormulas: false)
    #expect(try read(plain, encoding: .utf8, delimiter: 0x2C).rows == [[text]])
  }

  @Test func `a NUL is written as U+FFFD, which readers take`() throws {
    #expect(try written([["a\0b"]]) == Array("a\u{FFFD}b\r\n".utf8))
  }

  @Test func `another delimiter is quoted in its place`() throws {
    let bytes = try written([["a,b", "c;d"]], delimiter: 0x3B)
    #expect(String(decoding: bytes, as: UTF8.self) == "a,b;\"c;d\"\r\n")
  }

  @Test func `a header is written from strings`() throws {
    let sink = MemorySink()
    let writer = try CSVWriter(to: sink, encoding: .utf8)
    try writer.write(["姓名", "年龄"])
    #expect(sink.text == "")
    try writer.finish()
    #expect(sink.text == "姓名,年龄\r\n")
  }

  @Test func `rows beyond the buffer go to the file in pieces`() throws {
    let file = try TemporaryFile([])
    let cell = String(repeating: "教", count: 1000)
    try WholeFile.write(file.path) { sink in
      let writer = try CSVWriter(to: sink, encoding: .gb18030)
      for number in 0..<100 { try writer.write([.integer(Int64(number)), .text(cell)]) }
      try writer.finish()
    }
    let reader = try CSVReader(path: file.path)
    var row = SheetRow()
    for number in 0..<100 {
      #expect(try reader.next(into: &row))
      #expect(row.cells == [String(number), cell])
    }
    #expect(try !reader.next(into: &row))
  }

  @Test(arguments: [
    ("/tmp/没有/导出.csv", "导出.csv：写不进去（没有这个文件或文件夹）。请检查目标文件夹和剩余空间，或换一个位置。"),
    ("/tmp", "tmp：写不进去（这是一个文件夹）。请检查目标文件夹和剩余空间，或换一个位置。"),
  ])
  func `a file that cannot be created says why`(path: String, message: String) {
    let error = #expect(throws: SinkError.self) { try WholeFile.write(path, text: "") }
    #expect(error?.description == message)
  }

  @Test func `a full disk is told`() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let sink = FileSink(descriptor: full, name: "满")
    let writer = try CSVWriter(to: sink, encoding: .utf8)
    try writer.write(["a"])
    let error = #expect(throws: SinkError.self) { try writer.finish() }
    #expect(error?.kind == .cannotWrite("磁盘已满"))
  }
}
