/// What a file that is no zip archive and no compound file is, by its first bytes.
enum FileKind {
  case text
  /// XML Spreadsheet 2003.
  case spreadsheetXML
  case webPage
  case refused(WorkbookError.Kind)

  private static let marks: [(bytes: [UInt8], kind: String)] = [
    (Array("%PDF".utf8), " PDF 文件"), ([0x89, 0x50, 0x4E, 0x47], "图片"), ([0xFF, 0xD8, 0xFF], "图片"),
    (Array("GIF8".utf8), "图片"), ([0x49, 0x49, 0x2A, 0], "图片"), ([0x4D, 0x4D, 0, 0x2A], "图片"),
    (Array("{\\rtf".utf8), " RTF 文档"), (Array("Rar!".utf8), "压缩包"),
    ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"), ([0x1F, 0x8B], "压缩包"),
    (Array("SQLite format 3".utf8), "一册文件或别的数据库"),
  ]

  /// How web pages begin, and the parts of pages that systems send as tables.
  private static let tags = [
    "!doctype", "!--", "html", "head", "body", "table", "thead", "tbody", "tr", "td", "div", "span", "meta",
    "style",
    "script", "center", "title", "p", "h1", "h2", "h3", "h4", "form", "font", "b", "br", "section", "caption",
    "link",
  ]

  init(_ head: [UInt8]) {
    if let mark = FileKind.marks.first(where: { head.starts(with: $0.bytes) }) {
      self = .refused(.otherKind(mark.kind))
      return
    }
    // A stream of Excel 2 to 4 without a container.
    if head.count > 8, head[0] == 0x09, [0x00, 0x02, 0x04].contains(head[1]), head[2] <= 8, head[3] == 0 {
      self = .refused(.oldOrBinary)
      return
    }
    // Of UTF-16 the letters are enough.
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    let bytes = isWide ? head.dropFirst(2).filter { $0 != 0 } : head
    let text = String(
      decoding: bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }, as: UTF8.self
    )
    .lowercased()
    if ["mime-version:", "from: <saved by", "content-type: multipart/"].contains(where: text.hasPrefix) {
      self = .refused(.webArchive)
    } else if text.hasPrefix("<") {
      self = FileKind.markup(text)
    } else {
      self = .text
    }
  }

  private static func markup(_ text: String) -> FileKind {
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") && !text.contains("<html")
      || text.contains("progid=\"excel.sheet\"")
    {
      return .spreadsheetXML
    }
    if text.hasPrefix("<?xml") {
      if text.contains("<html") || text.contains("<table") { return .webPage }
      if text.contains("office:document") { return .refused(.openDocument) }
      return .refused(.otherKind(text.contains("<w:worddocument") ? " Word 文档" : " XML 数据文件"))
    }
    // A tag's name may stand apart from its bracket.
    let name = text.dropFirst().drop { $0.isWhitespace }.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    let isTag = tags.contains { name == $0 || ($0.first == "!" && name.hasPrefix($0)) } || name.contains(":")
    return isTag ? .webPage : .text
  }
}
