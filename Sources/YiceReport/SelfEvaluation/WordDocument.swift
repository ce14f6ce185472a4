internal import YiceFormats

/// The document as an office file (.docx): text, headings in the built-in styles, tables with a heading row that
/// repeats on every page. Decision 0052.
enum WordDocument {
  /// - Throws: `SinkError`.
  static func write(_ blocks: [DocumentBlock], to path: String) throws {
    try ZipWriter.write(parts(blocks), to: path)
  }

  static func parts(_ blocks: [DocumentBlock]) -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", types), ("_rels/.rels", relations),
      ("word/_rels/document.xml.rels", documentRelations), ("word/styles.xml", styles),
      ("word/document.xml", document(blocks).text),
    ]
  }

  private static func document(_ blocks: [DocumentBlock]) -> Markup {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>\(blocks.map(block))\
    <w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1247" w:bottom="1440" w:left="1247" \
    w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>
    """
  }

  private static func block(_ block: DocumentBlock) -> Markup {
    switch block {
    case .title(let words): paragraph(words, "Title")
    case .heading(let level, let words): paragraph(words, level == 1 ? "Heading1" : "Heading2")
    case .paragraph(let words): paragraph(words, "Normal")
    case .toWrite(let words): paragraph("【\(words)】", "ToWrite")
    case .source(let words): paragraph("数据来源：\(words)", "Source")
    case .table(let caption, let heads, let rows): table(caption, heads, rows)
    }
  }

  private static func paragraph(_ words: String, _ style: StaticString) -> Markup {
    """
    <w:p><w:pPr><w:pStyle w:val="\(Markup(trusted: style.description))"/></w:pPr>\
    <w:r><w:t xml:space="preserve">\(words)</w:t></w:r></w:p>
    """
  }

  private static func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> Markup {
    let widths = WordColumns.widths([heads] + rows)
    let columns = widths.map { "<w:gridCol w:w=\"\($0)\"/>" as Markup }
    let head = zip(heads, widths).map { cell($0, $1, "TableHead") }
    let lines = rows.map { row -> Markup in
      "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(zip(row, widths).map { cell($0, $1, "TableText") })</w:tr>"
    }
    return paragraph(caption, "Caption")
      + """
      <w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="\(widths.reduce(0, +))" w:type="dxa"/>\
      <w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="\(WordColumns.margin)" w:type="dxa"/>\
      <w:right w:w="\(WordColumns.margin)" w:type="dxa"/></w:tblCellMar></w:tblPr>\
      <w:tblGrid>\(columns)</w:tblGrid>\
      <w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(head)</w:tr>\(lines)</w:tbl>
      """
  }

  private static func cell(_ words: String, _ width: Int, _ style: StaticString) -> Markup {
    "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>\(paragraph(words, style))</w:tc>"
  }
}

// MARK: - Fixed parts

extension WordDocument {
  private static let types = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
    <Default Extension="xml" ContentType="application/xml"/>\
    <Override PartName="/word/document.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
    <Override PartName="/word/styles.xml" \
    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>
    """

  private static let relations = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
    Target="word/document.xml"/></Relationships>
    """

  private static let documentRelations = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
    Target="styles.xml"/></Relationships>
    """

  /// Body 仿宋 三号, headings 黑体 and 楷体, as official documents have them.
  private static let styles: String = {
    func style(
      _ id: String, _ name: String, _ paragraph: String, font: String, halfPoints: Int, _ run: String = ""
    )
      -> String
    {
      """
      <w:style w:type="paragraph" w:styleId="\(id)"\(id == "Normal" ? " w:default=\"1\"" : "")><w:name w:val="\(name)"/>\
      \(id == "Normal" ? "" : "<w:basedOn w:val=\"Normal\"/>")<w:qFormat/><w:pPr>\(paragraph)</w:pPr>\
      <w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\(font)"/>\(run)\
      <w:sz w:val="\(halfPoints)"/><w:szCs w:val="\(halfPoints)"/></w:rPr></w:style>
      """
    }
    let flush = "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/>"
    let all = [
      style(
        "Normal", "Normal",
        "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/>",
        font: "仿宋", halfPoints: 32),
      style(
        "Title", "Title", "<w:spacing w:before=\"240\" w:after=\"360\"/>\(flush)<w:jc w:val=\"center\"/>",
        font: "黑体",
        halfPoints: 44),
      style(
        "Heading1", "heading 1",
        "<w:keepNext/><w:spacing w:before=\"240\"/>\(flush)<w:outlineLvl w:val=\"0\"/>",
        font: "黑体", halfPoints: 32),
      style(
        "Heading2", "heading 2", "<w:keepNext/>\(flush)<w:outlineLvl w:val=\"1\"/>", font: "楷体",
        halfPoints: 32),
      style(
        "Caption", "caption",
        "<w:keepNext/><w:spacing w:before=\"120\" w:line=\"360\" w:lineRule=\"auto\"/>\(flush)<w:jc w:val=\"center\"/>",
        font: "黑体", halfPoints: 24),
      style(
        "TableText", "Table Text", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>\(flush)", font: "宋体",
        halfPoints: 18),
      style(
        "TableHead", "Table Head", "<w:keepNext/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>\(flush)",
        font: "黑体", halfPoints: 18),
      style(
        "Source", "Source", "<w:spacing w:line=\"360\" w:lineRule=\"auto\"/>\(flush)", font: "楷体",
        halfPoints: 21),
      style(
        "ToWrite", "To Write", "", font: "仿宋", halfPoints: 32, "<w:color w:val=\"C00000\"/>"),
    ]
    return """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\(all.joined())\
      <w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>\
      \(["top", "left", "bottom", "right", "insideH", "insideV"].map {
        "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
      }.joined())</w:tblBorders></w:tblPr></w:style></w:styles>
      """
  }()
}
