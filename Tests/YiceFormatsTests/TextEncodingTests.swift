import Testing
import YiceFormats

@Suite struct TextEncodingTests {
  // 中文,𠮷 : two-byte and four-byte characters of GB18030.
  static let gb18030: [UInt8] = [
    0xD6, 0xD0, 0xCE, 0xC4, 0x2C, 0x95, 0x34, 0xB2, 0x35, 0x0D, 0x0A, 0x61, 0x2C, 0x62, 0x0D, 0x0A,
  ]
  static let rows = [["中文", "\u{20BB7}"], ["a", "b"]]

  @Test(arguments: [
    ("utf8", TextEncoding.utf8), ("UTF-8", .utf8), ("utf_8", .utf8), ("gbk", .gb18030),
    ("GB2312", .gb18030), ("GB-18030", .gb18030), ("utf-16", .utf16le), ("UTF-16BE", .utf16be),
  ])
  func `a user's word names an encoding`(word: String, expected: TextEncoding) {
    #expect(TextEncoding(userWord: word) == expected)
  }

  @Test func `an unknown word names none`() {
    #expect(TextEncoding(userWord: "big5") == nil)
    #expect(TextEncoding(userWord: "") == nil)
  }

  @Test(arguments: 1...20)
  func `a character of GB18030 may lie across a chunk border`(chunkSize: Int) throws {
    let sheet = try read(Self.gb18030, chunkSize: chunkSize)
    #expect(sheet.rows == Self.rows)
    #expect(sheet.numbers == [1, 2])
    #expect(sheet.encodingName == "GB18030")
  }

  @Test(arguments: 1...20)
  func `a character of UTF-8 may lie across a chunk border`(chunkSize: Int) throws {
    let sheet = try read("中文,\u{20BB7}\r\na,b\r\n", chunkSize: chunkSize)
    #expect(sheet.rows == Self.rows)
    #expect(sheet.encodingName == "UTF-8")
  }

  @Test(arguments: [true, false], [1, 2, 3, 5, 4096])
  func `Excel's Unicode text is UTF-16 with a mark and tabs`(
    isBigEndian: Bool, chunkSize: Int
  ) throws {
    let text = "\u{FEFF}中文\t\u{20BB7}\r\na\tb\r\n"
    let sheet = try read(utf16(text, isBigEndian: isBigEndian), chunkSize: chunkSize)
    #expect(sheet.rows == Self.rows)
    #expect(sheet.encodingName == (isBigEndian ? "UTF-16BE" : "UTF-16LE"))
    #expect(sheet.delimiter == 0x09)
  }

  @Test(arguments: TextEncoding.allCases)
  func `an empty file is read in every encoding`(encoding: TextEncoding) throws {
    #expect(try read([], encoding: encoding).rows.isEmpty)
  }

  @Test func `a named encoding is used and its mark left out`() throws {
    let mark: [UInt8] = [0x84, 0x31, 0x95, 0x33]
    #expect(try read(mark + Self.gb18030, encoding: .gb18030).rows == Self.rows)
    #expect(try read(mark + Self.gb18030).rows == Self.rows)
    #expect(try read("\u{FEFF}a,b\n".utf8, encoding: .utf8).rows == [["a", "b"]])
    let wide = utf16("中,b\n", isBigEndian: false)
    #expect(try read(wide, encoding: .utf16le).rows == [["中", "b"]])
  }

  @Test func `text valid in UTF-8 is read as GB18030 only when asked`() throws {
    // 通 in GB18030, U+0368 in UTF-8.
    let bytes: [UInt8] = [0xCD, 0xA8]
    #expect(try read(bytes).rows == [["\u{368}"]])
    #expect(try read(bytes, encoding: .gb18030).rows == [["通"]])
  }

  @Test func `a damaged UTF-8 file is not taken for GB18030`() {
    let text = Array("姓名,学校\n张三,第一中学\n李四,第二中学\n王五,".utf8)
    let error = readError(text + [0xD6, 0xD0, 0x0A])
    #expect(error?.kind == .invalidBytes(.utf8, detected: false))
    #expect(error?.line == 4)
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFF], [0xE4, 0xBD, 0x41],
  ])
  func `overlong forms, surrogates and stray bytes are no UTF-8`(bytes: [UInt8]) {
    for chunkSize in [4, 5, 6, 7, 8, 4096] {
      let error = readError(
        Array("ab\r\n中".utf8) + bytes + [0x0A], encoding: .utf8, chunkSize: chunkSize)
      #expect(error?.kind == .invalidBytes(.utf8, detected: false))
      #expect(error?.line == 2)
    }
  }

  @Test func `the first and last character of each length is UTF-8`() throws {
    let text = "\u{80}\u{7FF}\u{800}\u{FFF}\u{1000}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}"
    for chunkSize in 4...12 {
      #expect(try read(text, chunkSize: chunkSize).rows == [[text]])
    }
  }
}
