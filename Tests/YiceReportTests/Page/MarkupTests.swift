import Testing
import YiceTestSupport

@testable import YiceReport

@Suite("markup escapes what is put into it")
struct MarkupTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let written: String
    let shown: String
    var testDescription: String { written.debugDescription }
  }

  @Test(
    "text is escaped for content and attributes",
    arguments: [
      Case(written: "", shown: ""),
      Case(written: "第一小学", shown: "第一小学"),
      Case(written: "<script>alert(1)</script>", shown: "&lt;script&gt;alert(1)&lt;/script&gt;"),
      Case(written: "\"onload=\"x", shown: "&quot;onload=&quot;x"),
      Case(written: "' onclick='x", shown: "&#39; onclick=&#39;x"),
      Case(written: "a&amp;b", shown: "a&amp;amp;b"),
      Case(written: "`x`", shown: "&#96;x&#96;"),
      Case(written: "一\n二\t三", shown: "一 二 三"),
      Case(written: "\u{0}空\u{7}\u{1F}\u{85}", shown: "空"),
      Case(written: "正\u{202E}反\u{2066}", shown: "正反"),
      Case(written: "“引”—…㎡𠮷🏫", shown: "“引”—…㎡𠮷🏫"),
    ])
  func escaping(_ example: Case) {
    let markup: Markup = "\(example.written)"
    #expect(markup.text == example.shown)
  }

  @Test("literals, markup and lists of it are taken as they are")
  func trusted() {
    let cell: Markup = "<td>\("a<b")</td>"
    let row: Markup = "<tr>\(cell)\([cell, cell])\(7)</tr>"
    #expect(row.text == "<tr><td>a&lt;b</td><td>a&lt;b</td><td>a&lt;b</td>7</tr>")
  }

  @Test(
    "coordinates have at most one decimal, and are numbers",
    arguments: [
      (0.0, "0"), (1.25, "1.3"), (-0.04, "0"), (-12.34, "-12.3"), (100, "100"), (.nan, "0"), (.infinity, "0"),
      (1e300, "0"),
    ])
  func coordinates(_ value: Double, _ shown: String) {
    #expect(Markup.coordinate(value) == shown)
  }

  @Test("the policy names the one script of the page")
  func policy() throws {
    let workdir = Workdir()
    try workdir.write("script", PageScript.text)
    let line =
      "import base64,hashlib;print(base64.b64encode(hashlib.sha256(open('script','rb').read()).digest()).decode(),end='')"
    let hash = try run("/usr/bin/python3", ["-c", line], in: workdir)
    #expect(hash.status == 0, "\(hash.err)")
    #expect(PageScript.sha256 == hash.out)
  }
}
