import Testing
import YiceImport

@Suite("names of classes")
struct ClassNameTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let grade: Int
    let classNo: Int

    init(_ name: String, _ grade: Int, _ classNo: Int) {
      self.name = name
      self.grade = grade
      self.classNo = classNo
    }

    var testDescription: String { name }
  }

  @Test(
    "a class is told by grade and number, in any of the usual writings",
    arguments: [
      Case("三年级2班", 3, 2), Case("三(2)班", 3, 2), Case("三2班", 3, 2), Case("3.2", 3, 2), Case("3-2", 3, 2),
      Case("七年级(1)班", 7, 1), Case("初一3班", 7, 3), Case("初一(3)", 7, 3), Case("初三十二班", 9, 12),
      Case("九年级12班", 9, 12), Case("高一1班", 10, 1), Case("高三(10)班", 12, 10), Case("小六2班", 6, 2),
      Case("三年级二班", 3, 2), Case("三年级十班", 3, 10), Case("三年级十二班", 3, 12), Case("三年级二十班", 3, 20),
      Case("三年级二十一班", 3, 21), Case("10年级3班", 10, 3), Case("十年级3班", 10, 3), Case("十二年级3班", 12, 3),
      Case("大班", 0, 1), Case("中班2", 0, 2), Case("小班3班", 0, 3), Case("学前班", 0, 1), Case("一(1)班", 1, 1),
    ])
  func parses(_ example: Case) throws {
    let found = try #require(ClassName.parse(example.name))
    #expect(found.grade == example.grade)
    #expect(found.classNo == example.classNo)
  }

  @Test(
    "what names no class is none",
    arguments: [
      "", "三年级", "2班", "十三年级1班", "三年级0班", "三年级100班", "合计", "初四1班", "高四1班", "2022级3班", "三年级2班1组", "小",
    ])
  func refuses(_ name: String) {
    #expect(ClassName.parse(name) == nil)
  }

  @Test("a number too large for an integer does not stop the program")
  func huge() {
    #expect(ClassName.parse("三年级" + String(repeating: "9", count: 40) + "班") == nil)
  }
}
