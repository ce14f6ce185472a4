import Foundation
import YiceModel
import YiceServer
import YiceStore
import YiceTestSupport

@testable import YicePage

/// A file and its page, served in this process on a port of its own.
final class ServedFile {
  let workdir: Workdir
  let file: YiceFile
  let page: PageServer
  let http: RawHTTP
  let token = "0123456789abcdef0123456789abcdef"
  let session = "fedcba9876543210fedcba9876543210"
  private let server: HTTPServer

  convenience init(isCounty: Bool = false) throws {
    let folder = Workdir()
    try self.init(isCounty ? makeCounty(in: folder) : makeSchool(in: folder), folder)
  }

  /// A file that is there.
  convenience init(showing path: String) throws { try self.init(YiceFile.open(path, for: .write), Workdir()) }

  private init(_ file: YiceFile, _ workdir: Workdir) throws {
    self.file = file
    self.workdir = workdir
    page = PageServer(file.path, author: .tester)
    server = try HTTPServer(page)
    page.admitFrom(port: server.port, token: token, session: session)
    http = RawHTTP(port: server.port)
  }

  deinit { server.stop() }

  /// Teachers T1 … with names.
  func addTeachers(_ count: Int) throws {
    try file.write("test", author: .tester) { writer in
      for number in 1...count {
        try writer.add(
          .teacher,
          [
            "teacher_no": "T\(number)", "name": "教师\(number)", "stage": "小学", "subject": "语文",
            "full_time": true,
          ])
      }
    }
  }

  /// The address that a person is given.
  var entrance: String { "http://127.0.0.1:\(http.port)/in?t=\(token)" }

  var cookie: (String, String?) { ("Cookie", "yice-\(http.port)=\(session)") }

  func get(_ path: String) throws -> RawHTTP.Answer { try http.request("GET", path, [cookie]) }

  /// Sends a form as the script does, or as a page without it.
  func post(_ path: String, _ fields: [(String, String)], json: Bool = true) throws -> RawHTTP.Answer {
    let body = fields.map { "\(FormFields.encoded($0.0))=\(FormFields.encoded($0.1))" }.joined(separator: "&")
    return try http.request(
      "POST", path, [cookie] + (json ? [("Accept", "application/json")] : []), body: Array(body.utf8))
  }

  func put(_ path: String, _ body: String) throws -> RawHTTP.Answer {
    try http.request("PUT", path, [cookie, ("Accept", "application/json")], body: Array(body.utf8))
  }

  func lines(_ answer: RawHTTP.Answer) throws -> [WrittenLine] {
    try JSONDecoder().decode(Written.self, from: Data(answer.body.utf8)).lines
  }

  /// The row of a teacher as the grid reads it.
  func teacher(_ number: String) throws -> (key: String, version: String) {
    let key = "2133000001/2022/\(number)"
    let line = try file.read {
      try GridLine.line($0, .teacher, RowKey.find(key, in: .teacher, file: file.info, $0))
    }
    return (key, line?.version ?? "")
  }

  func name(of number: String) throws -> String? {
    let place = CatalogTable.teacher.columns.firstIndex { $0.name == "name" } ?? 0
    let key = "2133000001/2022/\(number)"
    return try file.read {
      try GridLine.line($0, .teacher, RowKey.find(key, in: .teacher, file: file.info, $0))?.cells[place]
    }
  }
}

struct Written: Decodable { let lines: [WrittenLine] }

struct WrittenLine: Decodable {
  let written: Bool
  let removed: Bool
  let problems: [String: String]
  let remarks: [String: String]
  let refusal: String?
  let clash: Clash?

  struct Clash: Decodable {
    let author: String?
    let at: String?
  }
}
