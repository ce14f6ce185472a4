import Testing
import YiceFormats

@Suite struct CSVErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var bytes: [UInt8]
    var encoding: TextEncoding?
    var message: String
    var testDescription: String { name }

    init(
      _ name: String, _ bytes: some Sequence<UInt8>, encoding: TextEncoding? = nil,
      _ message: String
    ) {
      self.name = name
      self.bytes = Array(bytes)
      self.encoding = encoding
      self.message = message
    }
  }

  static let cases = [
    Case(
      "unclosed quote", "a,b\n\"c\n\",d\ne,\"f\ng,h\n".utf8,
      "教师.csv 第 4 行：引号没有配对，文件可能在传送中被截断。请重新导出或重新索取该文件。"),
    Case(
      "lone quote", "\"".utf8,
      "教师.csv 第 1 行：引号没有配对，文件可能在传送中被截断。请重新导出或重新索取该文件。"),
    Case(
      "text after a quote", "a,b\n\"c\nd\"e,f\n".utf8,
      "教师.csv 第 3 行：右引号后面还有文字。单元格里的引号应写成两个（\"\"），请用表格软件重新导出该文件。"),
    Case(
      "NUL", "a,b\r\nc,\0\r\n".utf8,
      "教师.csv 第 2 行：含有空字节，这不是 CSV 文本，或者文件已损坏。请用表格软件打开原文件，另存为 CSV 后再试。"),
    Case(
      "NUL in quotes", "a,b\r\"c\r\0\"".utf8,
      "教师.csv 第 3 行：含有空字节，这不是 CSV 文本，或者文件已损坏。请用表格软件打开原文件，另存为 CSV 后再试。"),
    Case(
      "invalid UTF-8", "a,b\nc,".utf8 + [0xFF], encoding: .utf8,
      "教师.csv 第 2 行：有不符合 UTF-8 编码的字节，文件可能已损坏或混用了编码。请重新导出，或指明正确的编码。"),
    Case(
      "invalid UTF-8 after its mark", [0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0xFF],
      "教师.csv 第 2 行：有不符合 UTF-8 编码的字节，文件可能已损坏或混用了编码。请重新导出，或指明正确的编码。"),
    Case(
      "invalid GB18030 as named", "a,b\nc,".utf8 + [0xD6, 0x20, 0x0A], encoding: .gb18030,
      "教师.csv 第 2 行：有不符合 GB18030 编码的字节，文件可能已损坏或混用了编码。请重新导出，或指明正确的编码。"),
    Case(
      "neither UTF-8 nor GB18030", "a,b\nc,".utf8 + [0xD6, 0x20, 0x0A],
      "教师.csv 第 2 行：文字既不是 UTF-8 也不是 GB18030，文件可能已损坏。请用表格软件另存为“CSV UTF-8”后再试。"),
    Case(
      "lone surrogate", utf16("\u{FEFF}a\nb", isBigEndian: false) + [0x00, 0xDC, 0x41, 0x00],
      "教师.csv 第 2 行：有不符合 UTF-16LE 编码的字节，文件可能已损坏或混用了编码。请重新导出，或指明正确的编码。"),
    Case(
      "UTF-8 cut in a character", "姓名\n张".utf8.dropLast(),
      "教师.csv 第 2 行：末尾的字符不完整，文件可能在传送中被截断。请重新导出或重新索取该文件。"),
    Case(
      "GB18030 cut in a character", TextEncodingTests.gb18030.prefix(7),
      "教师.csv 第 1 行：末尾的字符不完整，文件可能在传送中被截断。请重新导出或重新索取该文件。"),
    Case(
      "UTF-16 cut in a character", utf16("\u{FEFF}a\n中", isBigEndian: true).dropLast(),
      "教师.csv 第 2 行：末尾的字符不完整，文件可能在传送中被截断。请重新导出或重新索取该文件。"),
    Case(
      "record too large", "a,b\n".utf8 + [UInt8](repeating: 0x61, count: 5_000_000),
      "教师.csv 第 2 行：这一行超过 1 MB，不像是表格。请检查换行符和分隔符，或重新导出该文件。"),
    Case(
      "record too large in quotes",
      "a,b\nc,\"".utf8 + [UInt8](repeating: 0x0A, count: 5_000_000),
      "教师.csv 第 2 行：从这里起的引号一直没有配对，这一行已超过 1 MB。请检查这里的引号，或重新导出该文件。"),
  ]

  @Test(arguments: cases)
  func `a file that cannot be read on says where and what to do`(_ example: Case) {
    let small = example.bytes.count < 1000
    for chunkSize in small ? [1, 2, 3, 5, 8, 1 << 17] : [4096, 1 << 17] {
      let error = readError(example.bytes, encoding: example.encoding, chunkSize: chunkSize)
      #expect(error?.description == example.message)
    }
  }

  @Test func `rows before an error are read whatever the chunk size`() throws {
    let file = try TemporaryFile("a,b\nc,d\ne,".utf8 + [0xD6, 0x20, 0x0A])
    for chunkSize in [1, 7, 4096] {
      let reader = try CSVReader(path: file.path, encoding: .gb18030, chunkSize: chunkSize)
      var row = SheetRow()
      #expect(try reader.next(into: &row))
      #expect(try reader.next(into: &row))
      #expect(row.cells == ["c", "d"])
      #expect(throws: CSVError.self) { try reader.next(into: &row) }
    }
  }

  @Test func `the limit counts a record, not its line end`() {
    for chunkSize in 1...40 {
      let error = readError("01234567890\r\n".utf8, recordLimit: 10, chunkSize: chunkSize)
      #expect(error?.kind == .recordTooLarge(limit: 10, openQuote: false))
    }
    #expect(
      readError("01234567890".utf8, recordLimit: 10)?.description
        == "教师.csv 第 1 行：这一行超过 10 字节，不像是表格。请检查换行符和分隔符，或重新导出该文件。")
  }

  @Test(arguments: [
    ("/tmp/没有/教师.csv", "教师.csv：打不开（没有这个文件或文件夹）。请检查文件名、路径和权限。"),
    ("/tmp", "tmp：打不开（这是一个文件夹）。请检查文件名、路径和权限。"),
    ("/dev/null", "null：打不开（不是普通文件）。请检查文件名、路径和权限。"),
  ])
  func `a file that cannot be opened says why`(path: String, message: String) {
    let error = #expect(throws: CSVError.self) { try CSVReader(path: path) }
    #expect(error?.description == message)
    #expect(error?.line == nil)
  }

  @Test func `a reading error tells the reason`() {
    let error = CSVError(sourceName: "教师.csv", kind: .cannotRead("磁盘读写出错"))
    #expect(
      error.description == "教师.csv：读不下去（磁盘读写出错）。请把文件复制到本机磁盘后再试。")
  }
}
