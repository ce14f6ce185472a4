import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Rosters without a number.
@Suite struct OwnNumberTests {
  private static let roster = """
    姓名,出生年月,任教学科,任教学段
    王芳,1981.09,语文,小学
    王芳,1990.01,数学,小学
    李明,1975.03,体育,小学
    """ + "\n"

  @Test func `teachers get numbers that are the same at the next import, and say nothing of who they are`()
    throws
  {
    let desk = try Desk()
    let first = try desk.take(Self.roster, into: .teacher)
    #expect(first.errors == 0, "\(first.texts)")
    #expect(first.counts == [3, 0, 0])
    #expect(try desk.take(Self.roster, into: .teacher).counts == [0, 0, 3])
    let numbers: [String] = try desk.values("SELECT teacher_no FROM teacher")
    #expect(Set(numbers).count == 3)
    #expect(numbers.allSatisfy { $0.hasPrefix("自编") && !$0.contains("王") && !$0.contains("1981") })
    // Rows in another order are the same people.
    let turned = Self.roster.split(separator: "\n").map(String.init)
    let other = ([turned[0]] + turned[1...].reversed()).joined(separator: "\n") + "\n"
    #expect(try desk.take(other, into: .teacher).counts == [0, 0, 3])
  }

  @Test(arguments: ["1990.1", "1990-01", "1990年1月", "199001", "1990-01-17", "19900117", "1990/01"])
  func `a birth written otherwise is no other person`(_ birth: String) throws {
    let desk = try Desk()
    _ = try desk.take(Self.roster, into: .teacher)
    let outcome = try desk.take(Self.roster.replacing("1990.01", with: birth), into: .teacher)
    #expect(outcome.counts == [0, 0, 3], "\(outcome.texts)")
  }

  @Test func `rows of the same name that the file has and the sheet has not are told, since they count too`()
    throws
  {
    let desk = try Desk()
    let first = "名称,数量,金额\n电脑,100,1000000\n投影仪,1,5000\n"
    #expect(!(try desk.take(first, into: .equipment).codes.contains("same-names")))
    #expect(!(try desk.take(first, into: .equipment).codes.contains("same-names")))
    let dated = try desk.take("名称,数量,金额,购置日期\n电脑,100,1000000,2019-09-01\n", into: .equipment)
    #expect(dated.texts.contains { $0.contains("另有 1 行同名的（电脑）") }, "\(dated.texts)")
    // Numbers that came later make other rows; a number of the sheet's own says which row is meant from then on.
    let numbered = "设备编号,名称,数量\nX1,电脑,1\n"
    #expect(try desk.take(numbered, into: .equipment).texts.contains { $0.contains("编号不同") })
    #expect(!(try desk.take(numbered, into: .equipment).codes.contains("same-names")))
    #expect(!(try desk.take("设备编号,名称,数量\nX2,电脑桌,1\n", into: .equipment).codes.contains("same-names")))
  }

  @Test func `a number that the file has for another name is told, and so is a name that stands twice`()
    throws
  {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名\n1,张三\n2,李四\n", into: .teacher)
    let other = try desk.take("教师编号,姓名\n1,王五\n2,李四\n", into: .teacher)
    #expect(other.texts.contains { $0.contains("第 2 行（共 1 行）") && $0.contains("另一个姓名") }, "\(other.texts)")
    let twice = try desk.take("姓名,任教学科\n赵六,体育\n赵六,体育\n", into: .teacher)
    #expect(twice.codes.filter { $0 == "same-person" }.count == 1 && twice.new == 2)
  }

  @Test func `a person whom the file knows by a number is no new one`() throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名,任教学段\nT1,李明,小学\n", into: .teacher)
    let outcome = try desk.take(Self.roster, into: .teacher)
    #expect(outcome.counts == [2, 1, 0])
    #expect(try desk.value("SELECT subject FROM teacher WHERE teacher_no = 'T1'") == "体育")
    #expect(try desk.take(Self.roster, into: .teacher).counts == [0, 0, 3])
  }

  @Test(
    arguments: [("单间面积", 66.0), ("建筑面积", 66), ("总面积", 66.0 / 42), ("面积（㎡）", 66.0 / 42)] as [(String, Double)])
  func `a line of 42 rooms has the area of one, whichever the heading gives, and the import says which`(
    _ heading: String, _ area: Double
  ) throws {
    let desk = try Desk()
    let sheet = "用房编号,用房类别,用途,间数,\(heading)\nF1,教室,普通教室,42,66\nF2,教室,普通教室,,66\n"
    let outcome = try desk.take(sheet, into: .room)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let areas: [Double] = try desk.values("SELECT floor_area FROM room ORDER BY room_no")
    #expect(areas == [area, 66])
    let way = area < 66 ? "按各间的合计读" : "按一间的面积读"
    #expect(outcome.texts.contains { $0.contains(way) }, "\(outcome.texts)")
  }

  @Test func `rooms are known by building and door, like ones by their order`() throws {
    let desk = try Desk()
    let sheet = "楼栋,房间名称,用途,面积\n教学楼,音乐教室,音乐课,96\n教学楼,音乐教室,音乐课,96\n综合楼,图书室,阅览,240\n"
    let outcome = try desk.take(sheet, into: .room)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let rooms: [String] = try desk.values("SELECT room_no || ' ' || category FROM room")
    #expect(Set(rooms) == ["教学楼-音乐教室 专用教室", "教学楼-音乐教室-2 专用教室", "综合楼-图书室 公共教学用房"])
    #expect(try desk.take(sheet, into: .room).counts == [0, 0, 3])
  }

  @Test func `a list of pupils is no roster of teachers`() throws {
    let desk = try Desk()
    let outcome = try desk.take("姓名,学籍号,学段\n甲,G1,小学\n", into: .teacher)
    #expect(outcome.codes.contains("missing-column"))
    #expect(try desk.value("SELECT count(*) FROM teacher") == 0)
  }

  @Test
  func
    `a line of the standardization ledger without its number is the one that the program made, or a new one of its own`()
    throws
  {
    let desk = try Desk()
    _ = try desk.file.write("test", author: .tester) { writer in
      try writer.add(
        .standardizationItem,
        [
          "stage": "小学", "item_id": "R3", "category": "校舍", "item": "生均教学及辅助用房面积", "required": 4.5,
          "actual": 3.9,
        ])
    }
    let sheet = """
      学段,类别,项目,单位,应配数,现状,措施,计划完成
      小学,校舍,生均教学及辅助用房面积,平方米,4.5,3.9,新建教学楼,2023-12-31
      小学,安全,护学岗/警务室,个,1,0,改造门卫室,2023-06-30
      """ + "\n"
    let outcome = try desk.take(sheet, into: .standardizationItem)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(outcome.counts == [1, 1, 0])
    #expect(try desk.value("SELECT measure FROM standardization_item WHERE item_id = 'R3'") == "新建教学楼")
    let own: String? = try desk.value("SELECT item_id FROM standardization_item WHERE item_id <> 'R3'")
    // What stands in a key at the command line has no stroke in it.
    #expect(own?.contains("/") == false)
    #expect(try desk.take(sheet, into: .standardizationItem).counts == [0, 0, 2])
  }

  @Test(
    "a second list without numbers that meets rows of the first by their names is told, a corrected first one is not"
  )
  func otherList() throws {
    let desk = try Desk()
    let first = "设备名称,数量\n投影仪,2\n电子琴,3\n"
    #expect(try desk.take(first, into: .equipment).counts == [2, 0, 0])
    #expect(try !desk.take(first, into: .equipment).codes.contains("other-list"))
    #expect(
      try !desk.take("设备名称,数量\n投影仪,4\n电子琴,3\n显微镜,1\n", into: .equipment, dryRun: true).codes.contains(
        "other-list"))
    let second = try desk.take("设备名称,数量\n显微镜,7\n投影仪,5\n", into: .equipment, dryRun: true)
    let told = try #require(second.findings.first { $0.code == "other-list" })
    #expect(
      told.severity == .warning && told.message.contains("第 3 行（共 1 行）改了") && told.message.contains("还有 1 行"))
    // As many of a name in both lists, too.
    #expect(try desk.take("设备名称,数量\n显微镜,7\n投影仪,2\n", into: .equipment).codes.contains("other-list"))
    // Of people no names are told.
    _ = try desk.take("姓名,任教学科\n张伟,语文\n李静,语文\n", into: .teacher)
    let people = try desk.take("姓名,任教学科\n张伟,数学\n王强,数学\n", into: .teacher)
    #expect(people.texts.contains { $0.contains("第 2 行（共 1 行）改了") && !$0.contains("张伟") })
  }
}
