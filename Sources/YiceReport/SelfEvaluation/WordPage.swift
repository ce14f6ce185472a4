internal import YiceStore

/// The document as one HTML file that Word and WPS open, with the same headings.
enum WordPage {
  static func html(_ blocks: [DocumentBlock], title: String) -> Markup {
    """
    <!DOCTYPE html>
    <html lang="zh-CN" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="generator" content="\(Tool.name)">
    <title>\(title)</title>
    <style>
    \(Markup(trusted: style))
    </style>
    </head>
    <body>
    \(blocks.map(block))</body>
    </html>

    """
  }

  private static let style = """
    @page{size:A4;margin:25mm 22mm}
    body{font:16pt/1.8 FangSong,仿宋,STFangsong,serif;max-width:900px;margin:0 auto;padding:12px;overflow-wrap:anywhere}
    h1{font:22pt SimHei,黑体,"Noto Sans CJK SC",sans-serif;text-align:center}
    h2{font:16pt SimHei,黑体,"Noto Sans CJK SC",sans-serif;break-after:avoid}
    h3{font:16pt KaiTi,楷体,STKaiti,serif;break-after:avoid}
    p{margin:0;text-indent:2em}.write{color:#c00000}.source{font-size:10.5pt;text-indent:0;margin-bottom:8pt}
    .box{overflow-x:auto}table{border-collapse:collapse;width:100%;font:9pt SimSun,宋体,serif}
    caption{font:12pt SimHei,黑体,sans-serif;padding:6pt}td,th{border:1px solid #000;padding:2pt 4pt;text-align:left}
    tr{break-inside:avoid}thead{display:table-header-group}
    """

  private static func block(_ block: DocumentBlock) -> Markup {
    switch block {
    case .title(let words): "<h1>\(words)</h1>\n"
    case .heading(let level, let words): level == 1 ? "<h2>\(words)</h2>\n" : "<h3>\(words)</h3>\n"
    case .paragraph(let words): "<p>\(words)</p>\n"
    case .toWrite(let words): "<p class=\"write\">【\(words)】</p>\n"
    case .source(let words): "<p class=\"source\">数据来源：\(words)</p>\n"
    case .table(let caption, let heads, let rows): table(caption, heads, rows)
    }
  }

  private static func table(_ caption: String, _ heads: [String], _ rows: [[String]]) -> Markup {
    let head = heads.map { "<th scope=\"col\">\($0)</th>" as Markup }
    let lines = rows.map { row -> Markup in "<tr>\(row.map { "<td>\($0)</td>" as Markup })</tr>\n" }
    return """
      <div class="box"><table border="1"><caption>\(caption)</caption><thead><tr>\(head)</tr></thead><tbody>
      \(lines)</tbody></table></div>

      """
  }
}
