internal import YiceFormats
internal import YiceModel
internal import YiceReport
internal import YiceServer

/// Answers of all kinds, with the headers that every one carries.
enum Answers {
  /// Nothing runs, styles or is fetched but what this program itself serves. Decision 0162.
  private static let policy = """
    default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    form-action 'self'; base-uri 'self'; frame-ancestors 'none'
    """

  private static let headers = [
    ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"),
    // Not no-referrer: browsers then send no origin with a form either.
    ("Referrer-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"), ("Cache-Control", "no-store"),
  ]

  static func make(_ status: Int, _ type: String, _ text: String) -> HTTPResponse {
    var response = HTTPResponse(status, type, text)
    response.headers += headers
    return response
  }

  static func html(_ markup: Markup, status: Int = 200) -> HTTPResponse {
    make(status, "text/html; charset=utf-8", markup.text)
  }

  static func json(_ value: JSONValue, status: Int = 200, pretty: Bool = false) -> HTTPResponse {
    make(status, "application/json; charset=utf-8", value.rendered(pretty: pretty) + "\n")
  }

  static func talk(_ status: Int, _ words: String) -> HTTPResponse {
    make(status, "text/plain; charset=utf-8", words + "\n")
  }

  static func redirect(_ path: String) -> HTTPResponse {
    var response = talk(303, "")
    response.headers.append(("Location", path))
    return response
  }

  /// A file to save, under that name.
  static func download(_ descriptor: Int32, count: Int, name: String) -> HTTPResponse {
    HTTPResponse(
      status: 200,
      headers: headers + [
        ("Content-Type", "application/octet-stream"),
        ("Content-Disposition", "attachment; filename*=UTF-8''\(FormFields.encoded(name))"),
      ], body: .file(descriptor: descriptor, count: count))
  }

  /// Says nothing about the file, nor whether there is one.
  static let stranger = talk(403, "这里只对打开它的浏览器开放。地址只能用一次；请再运行一次 yice open，用新给出的地址。")

  static let methodNotAllowed = talk(405, "不能这样做。")

  static func problem(_ visit: Visit, _ words: String, status: Int) -> HTTPResponse {
    if visit.wantsJSON { return json(.object([("error", .string(words))]), status: status) }
    let body: Markup = """
      <h1>没有做成</h1><p class="refusal" role="alert">\(words)</p><p><a href="/">回首页</a></p>
      """
    let layout = try? Layout(visit)
    return html(layout?.page("没有做成", body) ?? Layout.bare("没有做成", body), status: status)
  }

  /// HTTP's number for a meaning.
  static func status(of error: any YiceError) -> Int {
    if let problem = error as? PageProblem, case .noSuchPlace = problem { return 404 }
    return switch error.exitStatus {
    case .notAllowed: 403
    case .busy: 503
    case .conflicts: 409
    case .usage, .findings: 400
    default: 422
    }
  }
}
