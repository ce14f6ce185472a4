import Testing
import YiceStore

@Suite("identity-card numbers are recognised")
struct IdentityCardTests {
  private func isContained(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { IdentityCard.isContained(in: $0) }
  }

  @Test(
    "a number with a right check character is found, alone and inside longer text",
    arguments: [
      "11010519491231002X", "11010519491231002x", "440524188001010014", "王芳 440524188001010014（本人）",
      "99440524188001010014", "编号：11010519491231002X。",
    ])
  func found(_ text: String) {
    #expect(isContained(text))
  }

  @Test(
    "other long numbers are not taken for one",
    arguments: [
      "440524188001010015", "110105194912310021", "440524188013010014", "44052418800101001", "2133000001",
      "", "44052418800101001Y", "44052418-80010100-14",
    ])
  func notFound(_ text: String) {
    #expect(!isContained(text))
  }

  @Test(
    "a column refuses one at the keyboard, whatever its form, and does not repeat it",
    arguments: ["440524188001010014", "４４０５２４１８８００１０１００１４", "440524 18800101 0014", "王芳11010519491231002x"])
  func refusedAtKeyboard(_ text: String) throws {
    for column in ["教师编号", "备注", "姓名"] {
      let error = #expect(throws: RecordError.self) {
        try Assignment.parse("\(column)=\(text)", in: .teacher)
      }
      let message = try #require(error?.description)
      #expect(message.contains("身份证号"))
      #expect(!message.contains(text))
    }
  }
}
