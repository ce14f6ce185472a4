import Foundation
import Testing
import YiceTestSupport

/// `yice open`, running, with the page's cookie.
final class RunningPage {
  let http: RawHTTP
  let cookie: (String, String?)
  private let process = Process()

  /// - Parameter environment: added to that of the tests.
  init(_ path: String, environment: [String: String] = [:]) throws {
    let out = Pipe()
    process.executableURL = URL(fileURLWithPath: yicePath)
    process.arguments = ["open", path, "--no-browser", "--author", "测试员"]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = out
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: out.fileHandleForReading.availableData, as: UTF8.self)
    let match = try #require(line.firstMatch(of: #/^http:\/\/127\.0\.0\.1:(\d+)(\/in\?t=[0-9a-f]{32})\n$/#))
    http = RawHTTP(port: Int(match.output.1) ?? 0)
    let set = try http.request("GET", String(match.output.2)).header("Set-Cookie") ?? ""
    cookie = ("Cookie", set.split(separator: ";").first.map(String.init))
  }

  deinit { if process.isRunning { process.terminate() } }

  func end(_ signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  func get(_ path: String) throws -> String { try http.request("GET", path, [cookie]).body }

  /// Sends a form as a page without its script does.
  func post(_ path: String, _ fields: [String: String]) throws -> RawHTTP.Answer {
    let allowed = CharacterSet.alphanumerics
    let body = fields.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }
    return try http.request("POST", path, [cookie], body: Array(body.joined(separator: "&").utf8))
  }
}
