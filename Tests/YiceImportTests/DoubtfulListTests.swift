import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Sheets whose titles, group lines and sums say something else than their columns. Decisions 0188, 0189.
@Suite struct DoubtfulListTests {
  private let classes = "年级,1班,2班,合计\n一年级,5,6,11\n"

  @Test(
    "numbers by grade and class that are no head counts by their title are no classes",
    arguments: ["2022年各班住校生人数统计表", "各班教室面积（平方米）", "期末语文平均分", "各班周课时数", "全校留守儿童统计"])
  func otherAmounts(_ title: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("\(title),,,\n\(classes)", into: .classRoll, strict: false)
    #expect(outcome.isHeldUp && outcome.codes == ["other-amounts"], "\(outcome.texts)")
    #expect(try desk.value("SELECT count(*) FROM class_roll") == 0)
    #expect(try Desk().take("各班学生人数,,,\n\(classes)", into: .classRoll, strict: false).new == 2)
  }

  @Test(
    "人数 below a title of some pupils is not the size of the class; 全校 does not make them all, brackets do")
  func some() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "各班留守儿童人数统计表,\n班级,人数\n一(1)班,5\n", into: .classRoll, strict: false)
    #expect(outcome.isHeldUp && outcome.codes.contains("some-pupils"), "\(outcome.texts)")
    let list = "\n姓名,性别,班级\n张伟,男,一年级1班\n"
    #expect(try desk.take("全校留守儿童名册,,\(list)", into: .classRoll, strict: false).isHeldUp)
    #expect(try desk.take("合唱团学生名单,,\(list)", into: .classRoll, strict: false).isHeldUp)
    #expect(try desk.take("全校学生名册（含留守儿童）,,\(list)", into: .classRoll, strict: false).new == 1)
  }

  @Test("all blocks of a class's list count, classes below each other are apart, who has no name is nobody")
  func pupils() throws {
    func heads(_ sheet: String) throws -> [String] {
      let desk = try Desk()
      let outcome = try desk.take(sheet, into: .classRoll, strict: false)
      return try desk.values(
        "SELECT grade || '-' || class_no || ':' || head_count FROM class_roll ORDER BY 1")
        + (outcome.isHeldUp ? ["held"] : [])
    }
    #expect(
      try heads("三（1）班学生名单,,,,,\n序号,姓名,性别,序号,姓名,性别\n1,甲,男,4,丁,女\n2,乙,女,5,戊,男\n3,丙,男,,,\n") == ["3-1:5"])
    #expect(
      try heads("一(1)班,,,一(2)班,,\n序号,姓名,性别,序号,姓名,性别\n1,甲,男,1,丙,男\n2,乙,女,2,丁,女\n") == ["held"])
    #expect(
      try heads(
        "一(1)班学生名单,,\n序号,姓名,性别\n1,甲,男\n2,乙,女\n一(2)班学生名单,,\n序号,姓名,性别\n1,丙,男\n2,丁,女\n3,戊,女\n")
        == ["1-1:2", "1-2:3"])
    #expect(
      try heads("三(1)班学生花名册,,\n序号,姓名,性别\n1,甲,男\n2,乙,女\n3,,\n平均分,,89\n男生1人，女生1人,,\n") == ["3-1:2"])
    #expect(
      try heads("三(1)班学生花名册,,,,\n序号,姓名,性别,学籍号,备注\n1,甲,男,G1,\n2,乙,女,G2,转入\n") == ["3-1:2"])
    #expect(try heads("三(1)班家委会名单,,\n序号,姓名,电话\n1,甲,138\n") == ["held"])
  }

  @Test("blocks with titles of their own are not one list", arguments: ["调入教师,,调出教师,", "2021学年,,2022学年,"])
  func titledBlocks(_ above: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("\(above)\n姓名,学科,姓名,学科\n张三,语文,李四,数学\n", into: .teacher, strict: false)
    #expect(outcome.isHeldUp && outcome.texts.contains { $0.contains("几栏上面各有标题") }, "\(outcome.texts)")
    // A day at the right of a title is no title of its block.
    let dated = "填报单位：第一小学,,2022年9月1日,\n姓名,学科,姓名,学科\n孙丽,语文,周强,数学\n"
    #expect(try desk.take(dated, into: .teacher, strict: false).new == 2)
    #expect(try desk.take("教师花名册,,,\n姓名,学科,姓名,学科\n张三,语文,李四,数学\n", into: .teacher, strict: false).new == 2)
  }

  @Test("people below a small heading that says they have left stay out, until the next one")
  func groups() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "姓名,学科,专任教师\n在职教师,,\n张三,语文,是\n退休教师,,\n钱七,语文,是\n支教教师,,\n王五,英语,是\n", into: .teacher, strict: false)
    #expect(try desk.values("SELECT name FROM teacher ORDER BY name") == ["张三", "王五"], "\(outcome.texts)")
    #expect(outcome.findings.filter { $0.code == "not-counted" }.map(\.location.row) == [4, 5])
    let two = try Desk()
    _ = try two.take("姓名,学科\n张三,语文\n调出教师,\n李四,数学\n班级情况,\n", into: .teacher, strict: false)
    #expect(try two.values("SELECT name FROM teacher") == ["张三"])
  }

  @Test("a sum that is that of its lines says that areas are those of all rooms of a line")
  func areas() throws {
    let rooms = "用房名称,间数,建筑面积(㎡)\n普通教室,3,180\n科学实验室,2,180\n"
    let desk = try Desk()
    let outcome = try desk.take(rooms + "合计,5,360\n", into: .room, strict: false)
    #expect(outcome.isHeldUp && outcome.codes.contains("area-of-rooms-sum"), "\(outcome.texts)")
    #expect(try desk.value("SELECT count(*) FROM room") == 0)
    #expect(try desk.take(rooms + "合计,5,900\n", into: .room, strict: false).new == 2)
  }

  @Test(
    "a title's term and month name a school year, the day of filling in does not",
    arguments: [
      ("2023年秋季学期班级人数一览表", true), ("2021年9月班级", true), ("2022年秋季班级", false), ("2023年春季班级", false),
      ("2023年3月班级", false), ("填报日期：2023年10月8日", false),
    ])
  func terms(_ title: String, _ isOther: Bool) throws {
    let outcome = try Desk().take("\(title),,\n年级,班级,人数\n一年级,1班,40\n", into: .classRoll, strict: false)
    #expect(outcome.codes.contains("title-year") == isOther, "\(outcome.texts)")
  }

  @Test("a class on the ledger is the one of that name when the entry was opened")
  func ledgerYears() throws {
    func entered(_ sheet: String) throws -> [Int] {
      let desk = try Desk()
      _ = try desk.take(sheet, into: .oversizedClass, strict: false)
      return try desk.values("SELECT entry_year FROM oversized_class")
    }
    #expect(try entered("班级,班额,类别,建档日期,状态\n三(1)班,56,大班额,2021年9月,在册\n") == [2019])
    #expect(try entered("班级,班额,类别,建档日期,状态\n三(1)班,56,大班额,2022-10-08,在册\n") == [2020])
    #expect(try entered("学年,班级,班额,类别,建档日期,状态\n2022,三(1)班,56,大班额,2021-09-01,在册\n") == [2020])
  }

  @Test("the title says where problems come from; else the usual source is told")
  func sources() throws {
    let county = try Desk(county: true)
    let titled = try county.take(
      "国家督导检查反馈问题整改清单,,\n序号,问题,责任单位\n1,功能室不足,教育局\n", into: .rectification, strict: false)
    #expect(try county.values("SELECT source FROM rectification") == ["国检"], "\(titled.texts)")
    let bare = try county.take("序号,问题,责任单位\n2,图书不足,教育局\n", into: .rectification, strict: false)
    #expect(bare.findings.contains { $0.code == "source" && $0.value == "县检" }, "\(bare.texts)")
  }

  @Test("headings that count are not proposed for numbers of classes, words of a state not for the state")
  func nearest() throws {
    let outcome = try Desk().take("年级,班级数,学生数\n一年级,3,121\n", into: .classRoll, strict: false)
    #expect(!outcome.texts.contains { $0.contains("班级数=班号") }, "\(outcome.texts)")
    let states = try Desk(county: true).take(
      "序号,问题,已完成,未完成\n1,功能室不足,√,\n", into: .rectification, strict: false)
    #expect(!states.texts.contains { $0.contains("=状态") }, "\(states.texts)")
  }

  @Test("schools as columns of a form are nobody's sum, and 学校 in the line above the amounts names the rows")
  func schoolsOfForms() throws {
    let county = try Desk(county: true)
    _ = try county.take("学校标识码,学校名称,学校类别\n2133000001,第一小学,小学\n2133000002,第二小学,小学\n", into: .org)
    _ = try county.take("指标,第一小学,第二小学,合计\n小学学生数,800,120,920\n", into: .statement, strict: false)
    #expect(try county.value("SELECT count(*) FROM statement") == 0)
    let rows = try county.take(
      "学校,基本情况,\n,小学学生数,小学班级数\n第一小学,800,18\n", into: .statement, strict: false)
    #expect(
      try county.values("SELECT org_code || element || value FROM statement ORDER BY value")
        == ["2133000001班级数18.0", "2133000001学生数800.0"], "\(rows.texts)")
  }

  @Test("a name that is merged over two lines is one person")
  func mergedName() throws {
    let desk = try Desk()
    var importer = Importer(.teacher)
    importer.strict = false
    let rows = [["姓名", "学历", "任教学科"], ["张伟", "本科", "语文"], ["", "", "道法"], ["李娜", "专科", "数学"]]
    let outcome = try importer.run(
      ListSource(rows),
      merges: [CellRange(rows: 2...3, columns: 1...1), CellRange(rows: 2...3, columns: 2...2)],
      into: desk.file, author: .tester)
    #expect(
      try desk.values("SELECT name || subject FROM teacher ORDER BY name") == ["张伟语文", "李娜数学"],
      "\(outcome.texts)")
    #expect(outcome.findings.contains { $0.code == "same-person" && $0.location.row == 3 })
  }

  @Test("a small heading says the 学段 of the people below it in a school with two")
  func groupStages() throws {
    let desk = try Desk(county: true)
    _ = try desk.take("学校标识码,学校名称,学校类别\n3133000009,实验学校,九年一贯制学校\n", into: .org)
    var importer = Importer(.teacher)
    importer.strict = false
    importer.school = "实验学校"
    try desk.workdir.write("表.csv", "姓名,任教学科,专任教师\n一、小学部,,\n张伟,语文,是\n二、初中部,,\n李娜,数学,是\n")
    let outcome = try importer.run(
      try CSVReader(path: desk.workdir.file("表.csv")), into: desk.file, author: .tester)
    #expect(
      try desk.values("SELECT name || stage FROM teacher ORDER BY name") == ["张伟小学", "李娜初中"],
      "\(outcome.texts)")
  }

  @Test("a roster with names alone is told what else would do in place of numbers")
  func numberAdvice() throws {
    let outcome = try Desk().take("姓名,任教年级\n张三,一年级\n", into: .teacher, strict: false)
    #expect(outcome.texts.contains { $0.contains("没有“教师编号”的") && $0.contains("任教学科") }, "\(outcome.texts)")
  }
}
