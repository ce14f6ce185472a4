import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Rows of a register's sheet that are no rows of the register.
@Suite struct OtherRowTests {
  private let heading = ["教师编号", "姓名", "任教学段", "任教学科"]
  private let data = ["T001", "王芳", "小学", "语文"]

  @Test(
    "sums of kinds, parts of sums and lines of signatures below a register are no rows of it",
    arguments: [
      "教学用房合计", "专任教师合计", "计算机合计", "专用教室小计", "其中：女", "教职工总数：2", "合計", "校长（签字）：", "学校负责人（签章）：", "填报人签字：",
      "经办人：", "主管领导：",
      "以下空白", "第一小学（公章）", "（盖章）", "2022年9月1日", "以上共2人", "总面积", "2022.9", "制表人", "（续）", "※本表一式两份",
    ])
  func noRecord(_ line: String) throws {
    for place in 0...1 {
      var cells = Array(repeating: "", count: 4)
      cells[place] = line
      let outcome = try TestSchool().run([heading, data, cells])
      #expect(outcome.errors == 0 && outcome.new == 1, "\(line): \(outcome.findings.map(\.description))")
      #expect(!Set(outcome.findings.map(\.code)).isDisjoint(with: ["sum-row", "footer-row"]))
    }
  }

  @Test("names that only look like such lines are rows", arguments: ["章总", "纪校长", "宗记", "共和", "2022级主任"])
  func record(_ name: String) throws {
    let outcome = try TestSchool().run([heading, data, ["T002", name, "小学", "数学"]])
    #expect(outcome.new == 2, "\(outcome.findings.map(\.description))")
  }

  @Test("a word that would be a signature alone is a value beside others", arguments: ["校长", "备注", "2022.9"])
  func beside(_ number: String) throws {
    let outcome = try TestSchool().run([heading, data, [number, "李明", "小学", "数学"]])
    #expect(outcome.new == 2, "\(outcome.findings.map(\.description))")
  }

  @Test(
    "small headings of groups and rows with a number only are no rows, where a row needs more",
    arguments: ["一、语文组", "（二）后勤人员", "数学组（5人）", "三年级", "7", "1.行政"])
  func groups(_ line: String) throws {
    let outcome = try TestSchool().run([heading, data, [line, "", "", ""]])
    #expect(outcome.errors == 0 && outcome.new == 1, "\(outcome.findings.map(\.description))")
    #expect(!Set(outcome.findings.map(\.code)).isDisjoint(with: ["group-row", "number-only"]))
    // A name alone is a row that lacks its number.
    #expect(try TestSchool().run([heading, data, ["", "王五", "", ""]]).errors == 1)
  }

  @Test(
    "under 姓名 alone, what is no person's name is no row, also where rows end with their last filled cell",
    arguments: ["语文组", "英语组（3人）", "（公章）", "以下空白", "平均", "/", "无", "1"])
  func noName(_ line: String) throws {
    let outcome = try TestSchool().run([["姓名", "学历", "任教学科"], ["张三", "本科", "语文"], [line]])
    #expect(outcome.new == 1 && outcome.errors == 0, "\(outcome.findings.map(\.description))")
    #expect(try TestSchool().run([["姓名", "学历", "任教学科"], ["张三", "本科", "语文"], ["王五"]]).new == 2)
  }

  @Test("a row with a sum's word inside a longer text is a row")
  func prose() throws {
    let outcome = try TestSchool().run([
      heading, data, ["T003", "王芳", "小学", "语文合计算"], ["T004", "李明", "小学", "统计"],
    ])
    #expect(outcome.new == 3, "\(outcome.findings.map(\.description))")
  }

  @Test("a total by its name is no thing, and a part of it is told as one that may count")
  func totals() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "名称,数量,金额\n教学仪器设备总值,,500000\n其中：计算机,50,200000\n投影仪,10,100000\n", into: .equipment)
    #expect(try desk.values("SELECT name FROM equipment") == ["投影仪"])
    let part = try #require(outcome.findings.first { $0.code == "part-row" })
    #expect(part.severity == .warning && part.location.row == 3)
    #expect(outcome.codes.contains("sum-row"))
  }

  @Test("a row without its school in a bureau's sheet is told as such")
  func noSchool() throws {
    let desk = try Desk(county: true)
    let outcome = try desk.take("学校,班级,人数\n,一年级1班,40\n", into: .classRoll, strict: false)
    #expect(outcome.texts.contains { $0.contains("“学校”列") && $0.contains("没有写是哪所学校") }, "\(outcome.texts)")
  }

  @Test("a row that is called as a sum is told where it stands beside others")
  func namedSums() throws {
    let several = try Desk().take("场地名称,面积\n田径场,5000\n运动场地总面积,5000\n", into: .ground)
    #expect(several.texts.contains { $0.contains("第 3 行按名称看是其他行的合计") }, "\(several.texts)")
    #expect(try !Desk().take("场地名称,面积\n运动场地总面积,5000\n", into: .ground).codes.contains("may-be-sum"))
    #expect(try Desk().take("场地名称,面积\n田径场,5000\n生均运动场地面积,9\n", into: .ground).new == 1)
  }

  @Test(
    "a second table below the first is told where it begins, and none of its rows is taken for one of the first"
  )
  func secondTable() throws {
    let desk = try Desk()
    let sheet = """
      序号,用房名称,用途,面积
      1,音乐教室,音乐教室,96
      二、运动场地,,,
      序号,场地名称,备注,面积
      1,田径场,,5000
      """ + "\n"
    let outcome = try desk.take(sheet, into: .room, strict: false)
    #expect(try desk.values("SELECT name FROM room") == ["音乐教室"])
    #expect(outcome.findings.first { $0.code == "second-table" }?.location.row == 4, "\(outcome.texts)")
    #expect(outcome.bad == 0)
    // The heading once more, on the next printed page, is no second table.
    let printed = try Desk().take("姓名,学历,任教学科\n张三,本科,语文\n姓名,学历,任教学科\n李四,本科,数学\n", into: .teacher)
    #expect(printed.new == 2 && printed.errors == 0)
  }

  @Test("a problem that begins with its number and stands alone in its row is a problem")
  func numberedProblem() throws {
    let outcome = try Desk().take("序号,存在问题,整改措施\n,1、体育器材不足,\n,二、心理室面积小,\n", into: .rectification)
    #expect(outcome.new == 2, "\(outcome.texts)")
  }
}
