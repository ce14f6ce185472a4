import Testing
import YiceFormats

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("中文", 4), ("中a文", 5), ("，。：", 6), ("ＡＢ", 4), ("ｱｲ", 2), ("\u{20BB7}", 2),
    ("é", 1), ("e\u{301}", 1), ("\u{301}", 0), ("…", 1), ("─", 1), ("±", 1), ("①", 1), ("한국", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("あア", 4), ("\u{3099}", 0), ("👍", 2), ("👍🏽", 2),
    ("👩‍🏫", 2), ("🇨🇳", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("\u{200B}", 0),
    ("\u{FEFF}", 0), ("\n", 0), ("\u{1FAE8}", 2), ("\u{2FFFD}", 2), ("\u{3000}", 2), ("«»", 2),
    ("\u{1100}", 2), ("\u{10FF}", 1), ("\u{3FFFD}", 2), ("\u{40000}", 1),
  ])
  func `a text takes its columns`(text: String, expected: Int) {
    #expect(displayWidth(text) == expected)
  }
}
