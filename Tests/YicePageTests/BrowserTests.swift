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
  "the page in a browser",
  .enabled(
    if: Browser.isThere,
    "没有浏览器：apt-get install chromium chromium-driver python3-selenium fonts-noto-cjk（no browser to drive）"))
struct BrowserTests {
  @Test("a school's and a bureau's work, by mouse and by keys, and how it looks")
  func walks() throws {
    let school = try ServedFile()
    try school.addTeachers(60)
    let county = try ServedFile(isCounty: true)
    // One walk by itself: YICE_WALK=keys.
    let wanted = ProcessInfo.processInfo.environment["YICE_WALK"].map { [$0] } ?? []
    let result = try run(
      "/usr/bin/python3",
      [
        "-B", Repository.root + "/Tests/YicePageTests/Browser/walk.py", school.workdir.path, school.entrance,
        county.entrance,
      ] + wanted, in: school.workdir,
      environment: [
        "YICE_FILE": school.file.path, "YICE_COUNTY": county.file.path, "YICE_ROOT": Repository.root,
        "HOME": school.workdir.path,
        "YICE_PICTURES": ProcessInfo.processInfo.environment["YICE_PICTURES"] ?? "",
      ])
    #expect(result.status == 0, "\(result.out)\n\(result.err)")
    if !wanted.isEmpty || ProcessInfo.processInfo.environment["YICE_PICTURES"] != nil { print(result.out) }
  }
}
