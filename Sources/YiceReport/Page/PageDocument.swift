internal import YiceStore

/// The page around its sections.
enum PageDocument {
  static func html(title: String, _ context: PageContext, _ body: Markup, record: Markup = "") -> Markup {
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
      \(record)<title>\(title)</title>
      <style>
      \(Markup(trusted: PageStyle.sheet))
      </style>
      </head>
      <body>
      <main>
      \(body)\(footer(context))</main>
      <script>\(Markup(trusted: PageScript.text))</script>
      </body>
      </html>

      """
  }

  private static func footer(_ context: PageContext) -> Markup {
    let redacted: Markup = context.isRedacted ? "本页已隐去个人信息。" : ""
    return """
      <footer><p>标准 \(context.profile)；学年 \(context.yearName)；截至 \(context.today)。\
      由 \(Tool.name) 根据“\(context.info.orgName)”的文件生成。\(redacted)</p></footer>

      """
  }
}
