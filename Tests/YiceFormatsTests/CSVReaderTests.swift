import Testing
import YiceFormats

@Suite struct CSVReaderTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var text: String
    var rows: [[String]]
    var numbers: [Int]?
    var testDescription: String { text.debugDescription }
  }

  static let cases = [
    Case(text: "", rows: []),
    Case(text: "\u{FEFF}", rows: []),
    Case(text: "姓名,年龄", rows: [["姓名", "年龄"]]),
    Case(text: "\u{FEFF}姓名,年龄\r\n", rows: [["姓名", "年龄"]]),
    Case(text: "a,b\nc,d\n", rows: [["a", "b"], ["c", "d"]], numbers: [1, 2]),
    Case(text: "a,b\rc,d\r", rows: [["a", "b"], ["c", "d"]], numbers: [1, 2]),
    Case(text: "a,b\r\nc,d", rows: [["a", "b"], ["c", "d"]], numbers: [1, 2]),
    Case(text: "a,\n,\n", rows: [["a", ""], ["", ""]]),
    Case(text: "a\n\n\r\nb\n", rows: [["a"], [""], [""], ["b"]], numbers: [1, 2, 3, 4]),
    Case(text: "\n", rows: [[""]]),
    Case(text: "  a, b \n", rows: [["  a", " b "]]),
    Case(text: "\"\",\"\"\"\"\n", rows: [["", "\""]]),
    Case(text: "\"a,b\",\"c\"\"d\"", rows: [["a,b", "c\"d"]]),
    Case(text: "\"a\r\nb\",c\nd,e\n", rows: [["a\r\nb", "c"], ["d", "e"]], numbers: [1, 3]),
    Case(text: "\"a\n\rb\rc\",d\ne,f", rows: [["a\n\rb\rc", "d"], ["e", "f"]], numbers: [1, 5]),
    Case(text: "5\" 屏,a\"\n", rows: [["5\" 屏", "a\""]]),
    Case(text: "\u{20BB7}野,é,👩‍🏫\n", rows: [["\u{20BB7}野", "é", "👩‍🏫"]]),
    Case(text: "9223372036854775807,NaN\n", rows: [["9223372036854775807", "NaN"]]),
    Case(text: "\"\u{FEFF}a\",b\n", rows: [["\u{FEFF}a", "b"]]),
  ]

  @Test(arguments: cases, [1, 2, 3, 7, 1 << 17])
  func `a record is cut into cells at every chunk size`(_ example: Case, chunkSize: Int) throws {
    let sheet = try read(example.text, chunkSize: chunkSize)
    #expect(sheet.rows == example.rows)
    #expect(sheet.encodingName == "UTF-8")
    if let numbers = example.numbers { #expect(sheet.numbers == numbers) }
  }

  @Test(arguments: [
    ("a,b;c\n", ","), ("a\tb,c\td\n", "\t"), ("a;b;c,d\n", ";"), ("姓名\n张三;李四\n", ","),
    ("\n\r\na\tb\n", "\t"), ("\"a,b,c\"\td\n", "\t"), ("\"a\"\"\t,\";b;c\n", ";"),
    ("\"a\nb\";c", ";"), ("5\",b\tc\td\n", "\t"), ("", ","),
  ])
  func `the first record that is not empty tells the delimiter`(
    text: String, expected: String
  ) throws {
    for chunkSize in [1, 5, 4096] {
      #expect(try read(text, chunkSize: chunkSize).delimiter == expected.utf8.first)
    }
  }

  @Test func `a delimiter that is given is not looked for`() throws {
    let sheet = try read("a,b|c\n", delimiter: 0x7C)
    #expect(sheet.rows == [["a,b", "c"]])
  }

  @Test(arguments: [("a,b\n", false), ("a,b\r", false), ("a,b", true), ("a,\"b\"", true)])
  func `a file that ends without a newline says so`(text: String, expected: Bool) throws {
    #expect(try read(text, chunkSize: 1).endedWithoutNewline == expected)
  }

  @Test func `an empty file did not end without a newline`() throws {
    #expect(try read("").endedWithoutNewline == false)
  }

  @Test func `after the end there are no more rows`() throws {
    let file = try TemporaryFile("a,b".utf8)
    let reader: any RowSource = try CSVReader(path: file.path)
    var row = SheetRow()
    #expect(try reader.next(into: &row))
    #expect(try !reader.next(into: &row))
    #expect(try !reader.next(into: &row))
    #expect(reader.sourceName == "教师.csv")
  }

  @Test func `a record of exactly the limit is read at every chunk size`() throws {
    for lineEnd in ["", "\n", "\r\n"] {
      for chunkSize in 1...40 {
        let sheet = try read(
          "0123456789\(lineEnd)", recordLimit: 10, chunkSize: chunkSize)
        #expect(sheet.rows == [["0123456789"]])
      }
    }
  }

  @Test func `a long record is read through small chunks`() throws {
    let cell = String(repeating: "教", count: 50_000)
    let sheet = try read("\(cell),\"\(cell)\"\nb,c\n", chunkSize: 16)
    #expect(sheet.rows == [[cell, cell], ["b", "c"]])
  }
}
