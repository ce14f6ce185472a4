import Foundation
import GRDB
import Testing
import YiceStore
import YiceTestSupport

@testable import YiceReport

@Suite(
  "pages in a browser", .serialized,
  .enabled(if: Chromium.path != nil, "没有浏览器：apt-get install chromium fonts-noto-cjk（no browser is installed）")
)
struct ChromiumTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let width: Int
    let dark: Bool
    let isSchool: Bool
    let isHostile: Bool
    var testDescription: String {
      "\(isSchool ? "school" : "county") \(width) px \(dark ? "dark" : "light")\(isHostile ? " hostile" : "")"
    }
  }

  private static func town(isHostile: Bool) throws -> ReportTown {
    let town = try ReportTown(schools: 12, years: [2021, 2022])
    let long = "校门口护学岗缺一人，实验室仪器配备不足，音乐教室面积不到九十六平方米，运动场地未硬化"
    try town.fill { isHostile ? hostile + $0.name : long + $0.label }
    if isHostile { try town.sql("UPDATE org SET name = ?1, short_name = ?1 WHERE kind = '小学'", [hostile]) }
    return town
  }

  @Test(
    "nothing is asked for, nothing runs but sorting, nothing is wider than the page, text stands out",
    arguments: [
      Case(width: 1280, dark: false, isSchool: false, isHostile: false),
      Case(width: 390, dark: false, isSchool: false, isHostile: false),
      Case(width: 390, dark: true, isSchool: false, isHostile: true),
      Case(width: 1280, dark: true, isSchool: false, isHostile: false),
      Case(width: 1280, dark: false, isSchool: true, isHostile: true),
      Case(width: 390, dark: true, isSchool: true, isHostile: false),
    ])
  func looks(_ example: Case) throws {
    let town = try Self.town(isHostile: example.isHostile)
    let school = example.isSchool ? ReportTown.code(0) : nil
    try town.workdir.write("page.html", try town.page(ReportOptions(school: school)))
    let result = try Chromium.look(
      at: "page.html", width: example.width, dark: example.dark, in: town.workdir)
    #expect(result.console.isEmpty)
    #expect(result.addresses.isEmpty)
    let look = result.look
    #expect(look.scroll == look.client)
    #expect(look.requests == 0)
    #expect(look.images == 0)
    #expect(look.handlers == 0)
    #expect(look.loose == 0)
    #expect(look.scripts == 1)
    #expect(look.dark == example.dark)
    #expect(look.contrast >= 4.5, "\(look.faintest)")
    if !example.isSchool && !example.isHostile {
      #expect(look.order[1] != look.order[2])
      #expect(look.order[2] == "第11小学")
    }
  }

  @Test(
    "no row of a table is cut between printed pages",
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"),
      "没有 pdftotext：apt-get install poppler-utils"))
  func printing() throws {
    let town = try ReportTown(schools: 12)
    for number in 100..<160 {
      try town.sql(
        """
        INSERT INTO rectification (org_code, id, source, problem, due_on, state)
        VALUES (?, ?, '县检', ?, '2022-10-01', '整改中')
        """,
        [
          ReportTown.code(number % 12), "r\(number)",
          "B\(number) " + String(repeating: "问题", count: 10 + number % 50) + " E\(number)",
        ])
    }
    try town.workdir.write("page.html", try town.page())
    try Chromium.print("page.html", to: "page.pdf", in: town.workdir)
    let text = try run("/usr/bin/pdftotext", ["-raw", "page.pdf", "-"], in: town.workdir)
    #expect(text.status == 0, "\(text.err)")
    let pages = text.out.components(separatedBy: "\u{C}")
    #expect(pages.count > 4)
    var rows = 0
    for number in 100..<160 {
      let starts = pages.firstIndex { $0.contains("B\(number)") }
      let ends = pages.firstIndex { $0.contains("E\(number)") }
      #expect(starts == ends, "B\(number)")
      if starts != nil { rows += 1 }
    }
    #expect(rows == 60)
  }
}
