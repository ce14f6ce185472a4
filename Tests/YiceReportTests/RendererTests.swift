import Testing
import YiceFormats
import YiceReport
import YiceTestSupport

@Suite("the one way out (Decision 0110)")
struct RendererTests {
  private let folder = Workdir()
  private let listing = Listing(
    title: "表", columns: [Listing.Column("name", "姓名"), Listing.Column("state", "状态")],
    rows: [[.text("甲"), .word("bad", shown: "损坏")], [.text("乙"), .empty]])

  private struct Told: Report {
    var listing: Listing
    var text: String { "说明\n" }
    var json: JSONValue { ["all": true] }
  }

  private struct Full: Error {}

  /// Takes nothing.
  private final class FullSink: TextSink {
    func write(_ bytes: UnsafeBufferPointer<UInt8>) throws { throw Full() }
  }

  private static let formats: [OutputFormat] = [.text, .json, .csv, .jsonLines, .markdown]

  private func shown(_ answer: any Answer, _ format: OutputFormat) throws -> String {
    let sink = MemorySink()
    #expect(try Renderer(screen: sink, data: sink).render(answer, as: format, maximumCellWidth: nil) == nil)
    return sink.text
  }

  @Test("an answer is thrown back in every format when nobody can take it", arguments: formats)
  func fails(_ format: OutputFormat) {
    let renderer = Renderer(screen: FullSink(), data: FullSink())
    for answer in [listing, Told(listing: listing), Reports([Told(listing: listing)])] as [any Answer] {
      #expect(throws: Full.self) { try renderer.render(answer, as: format, maximumCellWidth: nil) }
    }
  }

  @Test("a word is its name to programs and its own self to people")
  func words() throws {
    #expect(
      try shown(listing, .jsonLines)
        == "{\"name\":\"甲\",\"state\":\"bad\"}\n{\"name\":\"乙\",\"state\":null}\n")
    #expect(try shown(listing, .csv) == "\u{FEFF}姓名,状态\r\n甲,损坏\r\n乙,\r\n")
    #expect(try shown(listing, .text).contains("损坏"))
  }

  @Test("a report's text and JSON are its own, its table goes to spreadsheets")
  func report() throws {
    let told = Told(listing: listing)
    #expect(try shown(told, .text) == "说明\n")
    #expect(try shown(told, .json) == "{\n  \"all\": true\n}\n")
    #expect(try shown(told, .csv) == shown(listing, .csv))
    #expect(try shown(told, .markdown) == listing.markdown)
  }

  @Test("a file of JSON says what --json says, of listings and reports")
  func file() throws {
    for answer in [listing, Told(listing: listing)] as [any Answer] {
      let sink = MemorySink()
      let words = try Renderer(screen: sink, data: sink)
        .render(answer, as: .file(folder.file("a.json"), .json, .utf8), maximumCellWidth: nil)
      #expect(words?.contains("a.json（2 行）") == true && sink.bytes.isEmpty)
      #expect(String(decoding: try folder.bytes("a.json"), as: UTF8.self) == (try shown(answer, .json)))
    }
  }

  @Test("one report goes out as itself, several as one array and one table")
  func several() throws {
    let told = Told(listing: listing)
    var other = listing
    other.columns[1] = Listing.Column("reason", "原因")
    #expect(try shown(Reports([told]), .json) == shown(told, .json))
    let both = Reports([told, Told(listing: other)])
    #expect(both.json.rendered() == #"[{"all":true},{"all":true}]"#)
    #expect(try shown(both, .csv) == "\u{FEFF}姓名,状态,原因\r\n甲,损坏,\r\n乙,,\r\n甲,,损坏\r\n乙,,\r\n")
    #expect(try shown(both, .text) == "说明\n\n说明\n\n")
  }

  @Test("a screen may show other columns and remarks; programs get the whole table")
  func screen() throws {
    let answer = ScreenListing(listing, shown: listing.without(["state"]), remarks: "共 2 行\n")
    #expect(try shown(answer, .text) == listing.without(["state"]).text() + "共 2 行\n")
    #expect(try shown(answer, .json) == shown(listing, .json))
  }
}
