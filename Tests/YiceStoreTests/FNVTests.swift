import Testing
import YiceStore

struct FNVTests {
  /// Of the definition's own list: draft-eastlake-fnv, test values for 64-bit FNV-1a.
  @Test(
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func `The numbers are those of FNV-1a`(_ text: String, _ value: UInt64) {
    #expect(FNV(text.utf8).value == value)
  }

  /// Worked out in another language, step by step as format 1 did it: rows of files that exist are known by such ids.
  @Test func `Ids of rows without one are those that files hold`() {
    #expect(RandomID.text(from: ["教师", "王芳"]) == "8mg2758ca3k6")
    #expect(RandomID.text(from: ["a", "b"]) != RandomID.text(from: ["ab", ""]))
  }
}
