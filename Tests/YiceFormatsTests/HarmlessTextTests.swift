import Testing
import YiceFormats

@Suite struct HarmlessTextTests {
  @Test(
    "the signs themselves",
    arguments: [
      ("a\u{1B}[31m", "a␛[31m", "a␛[31m"), ("一\r\n二\n三\t", "一\n二\n三\t", "一⏎二⏎三␉"), ("\u{7F}\0", "␡␀", "␡␀"),
      ("\u{9B}é\u{A0}", "\\u{9B}é\u{A0}", "\\u{9B}é\u{A0}"),
      ("“二”…—\u{2069}", "“二”…—\\u{2069}", "“二”…—\\u{2069}"),
      ("\u{202A}\u{202E}\u{2066}", "\\u{202A}\\u{202E}\\u{2066}", "\\u{202A}\\u{202E}\\u{2066}"),
      ("", "", ""),
      ("a\rb", "a⏎b", "a⏎b"), ("\u{2028}", "\\u{2028}", "⏎"), ("👩‍🏫", "👩‍🏫", "👩‍🏫"),
    ])
  func signs(_ text: String, _ shown: String, _ line: String) {
    #expect(HarmlessText.shown(text) == shown)
    #expect(text.onOneLine == line)
  }
}
