import Testing
import YiceModel
import YiceStore

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
      Case("六(2)班", 6, 2), Case("六（２）班", 6, 2), Case("302班", 3, 2), Case("1002班", 10, 2),
      Case("小学三年级2班", 3, 2),
      Case("初中七年级(3)班", 7, 3), Case("初中一年级(3)班", 7, 3), Case("初中部二(1)班", 8, 1), Case("高中一年级1班", 10, 1),
      Case("三年级2班（和平校区）", 3, 2), Case("三—2班", 3, 2), Case("六年级1班(与城东合办)", 6, 1), Case("三年级1班(共青班)", 3, 1),
      Case("小学部三年级2班", 3, 2), Case("三二班", 3, 2), Case("一零二班", 1, 2), Case("三\u{A0}(2)\u{200B}班", 3, 2),
      Case("大班", 0, 1), Case("中班2", 0, 2), Case("小班3班", 0, 3), Case("学前班", 0, 1), Case("一(1)班", 1, 1),
    ])
  func parses(_ example: Case) throws {
    let found = try #require(ClassName(example.name))
    #expect(found.grade == example.grade)
    #expect(found.classNo == example.classNo)
  }

  @Test(
    "what a column beside it must complete is told apart",
    arguments: [
      ("2班", ClassName(classNo: 2)), ("(1)班", ClassName(classNo: 1)), ("（3）班", ClassName(classNo: 3)),
      ("第2班", ClassName(classNo: 2)), ("12", ClassName(classNo: 12)), ("二班", ClassName(classNo: 2)),
      ("一年级", ClassName(grade: 1)), ("三年级", ClassName(grade: 3)), ("初一", ClassName(grade: 7, stage: .junior)),
      ("2020级2班", ClassName(entryYear: 2020, classNo: 2)), ("2020级", ClassName(entryYear: 2020)),
      ("二〇二〇级2班", ClassName(entryYear: 2020, classNo: 2)),
      ("20级（3）班", ClassName(entryYear: 2020, classNo: 3)),
      ("小学2020级2班", ClassName(entryYear: 2020, classNo: 2, stage: .primary)),
      ("2022级(3)班", ClassName(entryYear: 2022, classNo: 3)),
    ])
  func partly(_ written: String, _ expected: ClassName) {
    #expect(ClassName(written) == expected)
  }

  @Test("届 is the year in which a class leaves, and not the one in which it entered")
  func leaving() throws {
    for (written, number) in [("2027届2班", 2), ("27届（2）班", 2), ("2027届", nil)] {
      let found = try #require(ClassName(written))
      #expect(found.leavingYear == 2027 && found.entryYear == nil && found.classNo == number, "\(written)")
    }
    #expect(ClassName("小学2027届1班")?.stage == .primary)
    #expect(ClassName("三届1班") == nil)
  }

  @Test(
    "what names no class is none",
    arguments: [
      "", "十三年级1班", "三年级0班", "三年级100班", "合计", "初四1班", "高四1班", "三年级2班1组", "小", "302", "300班", "1302班",
      "0班", "火箭班", "一年级3个班", "二年级共2班", "一、二年级", "一二年级", "一至三年级", "一年级和二年级", "一年级(1)班、(2)班", "1~3班", "二三复式班",
      "一年级共三班", "初中四年级1班",
    ])
  func refuses(_ name: String) {
    #expect(ClassName(name) == nil)
  }

  @Test("a number too large for an integer does not stop the program")
  func huge() {
    #expect(ClassName("三年级" + String(repeating: "9", count: 40) + "班") == nil)
  }
}
