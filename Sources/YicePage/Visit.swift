internal import YiceModel
internal import YiceServer
internal import YiceStandards
internal import YiceStore

/// One request and the file it asks about. Each opens the file, reads or writes one transaction, and lets go.
struct Visit {
  let request: HTTPRequest
  let server: PageServer
  /// Parts of the address between the slashes.
  let path: [String]
  let query: FormFields

  init(_ request: HTTPRequest, _ server: PageServer) {
    self.request = request
    self.server = server
    path = request.head.path.split(separator: "/").map { FormFields.decoded($0.utf8) }
    query = FormFields(request.head.query)
  }

  /// The library leaves the body of an answer to HEAD out.
  var method: String { request.head.method == "HEAD" ? "GET" : request.head.method }

  var isPost: Bool { request.head.method == "POST" }

  /// The script asks, and reads JSON.
  var wantsJSON: Bool { request.head.one("accept")?.hasPrefix("application/json") == true }

  /// Fields of the form that was sent.
  var form: FormFields {
    guard case .bytes(let bytes) = request.body else { return FormFields("") }
    return FormFields(bytes)
  }

  func open(for access: YiceFile.Access = .read) throws -> YiceFile {
    try YiceFile.open(server.file, for: access)
  }

  /// The question about figures that a place without choices asks.
  func asked(_ file: YiceFile) -> Question.Asked? {
    file.info.schoolYear.map { Question.Asked(of: file, year: $0) }
  }

  /// Where a form says it came from.
  var back: String { Visit.place(form.filled("back")) ?? "/" }

  /// A place of ours, and nothing else: no other site, no script.
  static func place(_ address: String?) -> String? {
    guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\"),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    return address
  }

  /// This place, as `back` of a form.
  var here: String {
    let head = request.head
    return Visit.place(head.path + (head.query.isEmpty ? "" : "?" + head.query)) ?? "/"
  }
}

/// Why a place has no answer; a page says it.
enum PageProblem: YiceError {
  case noSuchPlace
  case noYear
  case badRequest(String)

  var exitStatus: ExitStatus { .usage }

  var description: String {
    switch self {
    case .noSuchPlace: "没有这一页。"
    case .noYear: "文件里没有记学年，算不出指标。"
    case .badRequest(let what): "没有看懂这个请求（\(what)），没有写入。请刷新页面再试。"
    }
  }
}
