import Testing
import YiceFormats

@Suite struct JSONValueTests {
  @Test func `keys keep their order`() {
    let value: JSONValue = ["乙": 1, "甲": [true, nil, 2.5], "b": [:], "a": []]
    #expect(value.rendered() == #"{"乙":1,"甲":[true,null,2.5],"b":{},"a":[]}"#)
  }

  @Test func `pretty text has one value a line`() {
    let value: JSONValue = ["学校": ["一中", "二中"], "空": [], "计数": ["班": 3]]
    #expect(
      value.rendered(pretty: true) == """
        {
          "学校": [
            "一中",
            "二中"
          ],
          "空": [],
          "计数": {
            "班": 3
          }
        }
        """)
  }

  @Test(arguments: [
    ("", #""""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\0\u{1F}\u{7F}", "\"\\u0000\\u001f\\u007f\""),
    ("\u{9B}\u{202E}\u{2066}\u{2028}", "\"\\u009b\\u202e\\u2066\\u2028\""),
    ("中文\u{20BB7}👩‍🏫", "\"中文\u{20BB7}👩‍🏫\""),
    ("e\u{301}\r\n", "\"e\u{301}\\r\\n\""),
  ])
  func `strings are escaped no more than needed`(text: String, expected: String) {
    #expect(JSONValue.string(text).rendered() == expected)
  }

  @Test(arguments: [
    (3.0, "3"), (0.1, "0.1"), (-0.0, "-0"), (1e300, "1e+300"), (1e-7, "0.0000001"),
    (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
  ])
  func `numbers take their shortest form`(value: Double, expected: String) {
    #expect(JSONValue.number(value).rendered() == expected)
  }

  @Test func `the largest integers are exact`() {
    #expect(JSONValue.integer(.max).rendered() == "9223372036854775807")
    #expect(JSONValue.integer(.min).rendered() == "-9223372036854775808")
  }

  @Test func `cells become values`() {
    let cells: [CellValue] = ["甲", 1, 2.5, nil, .decimal(.nan)]
    #expect(JSONValue.array(cells.map { JSONValue($0) }).rendered() == #"["甲",1,2.5,null,null]"#)
  }
}
