import Foundation
import Testing
import YiceStore
import YiceTestSupport

private enum Browser {
  static let isThere =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/chromedriver")
    && (try? run("/usr/bin/python3", ["-c", "import selenium"], in: Workdir()))?.status == 0
}

/// What a person does, in a browser: Browser/walk.py. Without Debian's chromium-driver and python3-selenium it is left out,
/// and said.
@Suite(
  "the page in a browser", .serialized,
  .enabled(
    if: Browser.isThere,
    "没有浏览器：apt-get install chromium chromium-driver python3-selenium fonts-noto-cjk（no browser to drive）"))
struct BrowserTests {
  @Test(
    "keys, blocks of a spreadsheet, two writers, sheets, a school's and a bureau's work, and how it looks",
    arguments: ["keys", "blocks", "clash", "sheets", "school", "bureau", "looks"])
  func walk(_ name: String) throws {
    let served = try ServedFile(isCounty: name == "bureau")
    if name != "bureau" { try served.addTeachers(60) }
    let result = try run(
      "/usr/bin/python3",
      [
        "-B", Repository.root + "/Tests/YicePageTests/Browser/walk.py", name,
        "http://127.0.0.1:\(served.http.port)/in?t=\(served.token)", served.workdir.path,
      ], in: served.workdir,
      environment: [
        "YICE_FILE": served.file.path, "YICE_ROOT": Repository.root, "HOME": served.workdir.path,
        "YICE_PICTURES": ProcessInfo.processInfo.environment["YICE_PICTURES"] ?? "",
      ])
    #expect(result.status == 0, "\(result.err)")
  }
}
