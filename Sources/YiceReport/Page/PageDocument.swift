internal import YiceStore

/// The page around its sections.
enum PageDocument {
  static func html(_ page: ReportPage) -> Markup {
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.sha256)'; base-uri 'none'; form-action 'none'"
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="generator" content="\(Tool.name)">
      <meta name="referrer" content="no-referrer">
      \(page.record)<title>\(page.title)</title>
      <style>
      \(Markup(trusted: PageStyle.sheet))
      </style>
      </head>
      <body>
      <main>
      \(page.body)</main>
      <script>\(Markup(trusted: PageScript.text))</script>
      </body>
      </html>

      """
  }

  static func footer(_ context: PageContext) -> Markup {
    let redacted: Markup = context.isRedacted ? "本页已隐去个人信息。" : ""
    return """
      <footer><p>标准 \(context.profile)；学年 \(context.yearName)；截至 \(context.today)。\
      由 \(Tool.name) 根据“\(context.info.orgName)”的文件生成。\(redacted)</p></footer>

      """
  }
}

/// A report before it is made a document: what stands in its `main`.
package struct ReportPage {
  package let title: String
  package let body: Markup
  /// What the next report of the school is told from.
  let record: Markup

  init(title: String, _ context: PageContext, _ body: Markup, record: Markup = "") {
    self.title = title
    self.body = body + PageDocument.footer(context)
    self.record = record
  }
}
