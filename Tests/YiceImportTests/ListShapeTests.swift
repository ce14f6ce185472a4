import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Lists that are printed in blocks, ticked, or of people who are known by name. Decision 0189.
@Suite struct ListShapeTests {
  @Test("blocks of one list beside each other are read one below the other")
  func sideBySide() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "教师花名册,,,,,,\n姓名,任教学科,学历,,姓名,任教学科,学历\n张伟,语文,本科,,王芳,数学,专科\n李娜,体育,本科,,,,\n合计,2,,,合计,1,\n",
      into: .teacher, strict: false)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(
      try desk.values("SELECT name || subject || education FROM teacher ORDER BY name")
        == ["张伟语文本科", "李娜体育本科", "王芳数学专科"])
    #expect(outcome.findings.contains { $0.code == "side-by-side" && $0.message.contains("2 栏") })
    // Pupils, too, are all counted.
    let pupils = try Desk()
    _ = try pupils.take(
      "序号,姓名,班级,序号,姓名,班级\n1,张伟,一年级1班,1,王芳,一年级2班\n2,李娜,一年级1班,,,\n", into: .classRoll, strict: false)
    #expect(
      try pupils.values("SELECT class_no || ':' || head_count FROM class_roll ORDER BY 1") == ["1:2", "2:1"])
  }

  @Test("two lists that are not the same are not joined, and the advice keeps both")
  func otherBeside() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "姓名,学历,,姓名,班级\n张伟,本科,,王芳,一年级2班\n", into: .teacher, strict: false)
    #expect(outcome.isHeldUp && outcome.codes.contains("same-column-twice"))
    #expect(outcome.texts.contains { $0.contains("接到下面或放到另一张工作表") })
  }

  @Test(
    "columns that are ticked are the one whose words they are; the highest counts, none is 未填",
    arguments: [
      ("姓名,任教学科,国家级骨干,省级骨干,市级骨干,县级骨干", "backbone", ["市级", "省级", nil]),
      ("姓名,任教学科,研究生,本科,专科,中专", "education", ["专科", "本科", nil]),
      ("姓名,任教学科,正高级,高级,一级,二级", "title", ["一级", "高级", nil]),
    ])
  func ticks(_ heading: String, _ column: String, _ expected: [String?]) throws {
    let desk = try Desk()
    let outcome = try desk.take(
      heading + "\n张伟,语文,,,√,×\n李娜,数学,,是,,√\n王芳,英语,,/,,\n", into: .teacher, strict: false)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let found: [String?] = try desk.file.read {
      try Optional<String>.fetchAll($0, sql: "SELECT \(column) FROM teacher ORDER BY name")
    }
    #expect(found == expected)
    #expect(outcome.codes.contains("ticked-columns"))
    #expect(outcome.findings.contains { $0.code == "not-ticked" && $0.message.contains("有 1 行") })
  }

  @Test("a tick under two lines of headings counts, what is no tick is told, --set says what none means")
  func tickWords() throws {
    let desk = try Desk()
    try desk.workdir.write(
      "表.csv", "姓名,任教学科,骨干教师,,\n,,省级,市级,县级\n张伟,语文,,,√\n李娜,数学,待定,,\n王芳,英语,,,\n")
    var importer = Importer(.teacher)
    importer.strict = false
    // Not merged: 骨干教师 stands over the first of its columns alone.
    importer.constants = [try Constant("骨干级别=无", in: .teacher)]
    let outcome = try importer.run(
      try CSVReader(path: desk.workdir.file("表.csv")), into: desk.file, author: .tester)
    #expect(
      try desk.values("SELECT backbone FROM teacher ORDER BY name") == ["县级", "无", "无"], "\(outcome.texts)")
    #expect(outcome.findings.contains { $0.code == "not-a-tick" && $0.value == "待定" && $0.location.row == 4 })
    #expect(!outcome.codes.contains("not-ticked"))
  }

  @Test("training with a column a year is a row a year; a title's year is that of all rows")
  func years() throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名,任教学科\nT1,张伟,语文\nT2,李娜,数学\n", into: .teacher)
    let outcome = try desk.take(
      "姓名,2020年,2021年培训学时,2022,备注\n张伟,72,80.5,,好\n李娜,0,/,72,\n合计,72,80.5,72,\n", into: .training,
      strict: false)
    let rows = "SELECT teacher_no || ' ' || year || ' ' || round(hours, 1) FROM training ORDER BY 1"
    #expect(
      try desk.values(rows) == ["T1 2020 72.0", "T1 2021 80.5", "T2 2020 0.0", "T2 2022 72.0"],
      "\(outcome.texts)")
    #expect(outcome.errors == 0 && outcome.codes.contains("year-columns"), "\(outcome.texts)")
    let titled = try desk.take(
      "2019年教师培训学时登记表,\n填报日期：2020年1月5日,\n姓名,培训学时\n张伟,90\n", into: .training, strict: false)
    #expect(titled.new == 1 && titled.texts.contains { $0.contains("2019 年") }, "\(titled.texts)")
    #expect(try desk.value("SELECT hours FROM training WHERE year = 2019") == 90)
    for title in ["2019—2021年培训", "2019学年教师培训"] {
      #expect(try desk.take("\(title),\n姓名,培训学时\n张伟,90\n", into: .training, strict: false).isHeldUp)
    }
  }

  @Test("kinds of staff that are ticked beside 专任教师 say who is none")
  func staff() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "姓名,专任教师,行政人员,教辅人员,工勤人员\n甲,√,,,\n乙,,√,,\n丙,,,√,\n丁,√,√,,\n戊,,,,\n", into: .teacher, strict: false)
    let found: [Int?] = try desk.file.read {
      try Optional<Int>.fetchAll($0, sql: "SELECT full_time FROM teacher ORDER BY unicode(name)")
    }
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let names = try desk.values("SELECT name FROM teacher ORDER BY unicode(name)") as [String]
    #expect(
      Dictionary(uniqueKeysWithValues: zip(names, found)) == ["甲": 1, "乙": 0, "丙": 0, "丁": 1, "戊": nil])
    #expect(outcome.findings.filter { $0.code == "two-ticks" }.map(\.location.row) == [5])
    #expect(outcome.findings.contains { $0.code == "not-ticked" && $0.message.contains("有 1 行") })
  }

  @Test("counts of teachers by 学历 are no ticks")
  func counts() throws {
    let desk = try Desk()
    let outcome = try desk.take("学科,研究生,本科,专科\n语文,1,1,0\n", into: .teacher, strict: false)
    #expect(outcome.isHeldUp && !outcome.codes.contains("ticked-columns"))
  }

  @Test("a list of pupils without a column of classes is of the class that its sheet or title names")
  func classOfSheet() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "2022学年三年级2班学生名册,,\n序号,姓名,性别\n1,张伟,男\n2,李娜,女\n", into: .classRoll, strict: false)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(
      try desk.values("SELECT grade || '-' || class_no || ':' || head_count || '/' || boys FROM class_roll")
        == ["3-2:2/1"])
    // A title that names no class says nothing of it.
    let other = try desk.take("学生名册,,\n序号,姓名,性别\n1,张伟,男\n", into: .classRoll, strict: false)
    #expect(other.isHeldUp)
    // 任课教师 of a class are no pupils.
    let teachers = try desk.take(
      "三年级3班任课教师,,\n序号,姓名,任教学科\n1,张伟,语文\n", into: .classRoll, strict: false)
    #expect(teachers.isHeldUp)
    #expect(try desk.value("SELECT count(*) FROM class_roll") == 1)
  }

  @Test("exchange and training go to the teacher whose name they have; nobody is invented")
  func byName() throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名\nT1,张伟\nT2,李娜\nT3,王芳\nT4,王芳\n", into: .teacher)
    let outcome = try desk.take(
      "姓名,交流形式,接收学校,开始时间\n张伟,支教,二小,2021.9\n王芳,支教,二小,2021年9月\n赵六,支教,二小,2021-09-01\n",
      into: .exchange, strict: false)
    #expect(
      try desk.values("SELECT teacher_no || from_on FROM exchange") == ["T12021-09-01"], "\(outcome.texts)")
    let told = outcome.findings.filter { $0.code == "unknown-teacher" }
    #expect(told.map(\.location.row) == [3, 4])
    #expect(told[0].message.contains("有 2 个人") && told[1].message.contains("没有这个姓名"))
    #expect(!told.contains { $0.description.contains("王芳") || $0.description.contains("赵六") })
    #expect(try desk.take("年度,姓名,学时\n2021,李娜,72\n", into: .training, strict: false).new == 1)
    #expect(try desk.value("SELECT teacher_no FROM training") == "T2")
    let hours = try desk.take("年度,姓名,学时\n2022,李娜,72\n2022,李娜,36\n", into: .training, strict: false)
    #expect(hours.texts.contains { $0.contains("请把学时加起来") })
  }

  @Test("rooms that are numbered anew in each building are told apart by the line above them")
  func buildings() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "房间编号,名称,类别,建筑面积\n教学楼,,,\n1,教室,教室,60\n2,音乐教室,专用教室,90\n二、综合楼,,,\n1,图书室,公共教学用房,120\n",
      into: .room, strict: false)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(
      try desk.values("SELECT room_no || building || name FROM room ORDER BY name")
        == ["综合楼-1综合楼图书室", "1教学楼教室", "2教学楼音乐教室"])
  }

  @Test("rooms below a line with a campus are there, and another campus has other buildings")
  func campuses() throws {
    let desk = try Desk()
    let sheet =
      "名称,类别,间数,总面积\n校本部,,,\n教学楼,,,\n普通教室,教室,12,720\n东校区：,,,\n普通教室,教室,6,360\n音乐教室,专用教室,1,96\n"
    let outcome = try desk.take(sheet, into: .room, strict: false)
    let rows = "SELECT campus || ' ' || ifnull(building, '-') || ' ' || name FROM room ORDER BY 1"
    #expect(
      try desk.values(rows) == ["东校区 - 普通教室", "东校区 - 音乐教室", "校本部 教学楼 普通教室"], "\(outcome.texts)")
    #expect(outcome.errors == 0, "\(outcome.texts)")
    // A sheet without such lines leaves what is known.
    _ = try desk.take("名称,类别,间数,总面积\n音乐教室,专用教室,1,97\n", into: .room, strict: false)
    #expect(try desk.values("SELECT campus FROM room WHERE floor_area = 97 OR usable_area = 97") == ["东校区"])
  }

  @Test("a line above things that may be gone is no thing, and those below it are told")
  func scrapped() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "设备编号,名称,数量,单价\n在用设备,,,\nE1,台式电脑,40,4000\n待报废设备,,,\nE2,旧电脑,20,3000\n", into: .equipment, strict: false)
    #expect(
      try desk.values("SELECT name FROM equipment ORDER BY name") == ["台式电脑", "旧电脑"], "\(outcome.texts)")
    #expect(outcome.errors == 0)
    #expect(outcome.findings.filter { $0.code == "may-not-count" }.map(\.location.row) == [4])
  }

  @Test("a ledger's month is its first day where something begins, and 是否销号 strikes nothing off")
  func ledger() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "年级,班级,班级人数,类别,建档日期,是否销号\n三年级,1班,58,大班额,2021年9月,是\n三年级,2班,57,大班额,2021年9月,否\n", into: .oversizedClass,
      strict: false)
    #expect(
      try desk.values("SELECT filed_on || state FROM oversized_class") == ["2021-09-01在册", "2021-09-01在册"],
      "\(outcome.texts)")
    #expect(outcome.codes.count { $0 == "coarse-word" } == 1 && outcome.codes.contains("month-only"))
  }

  @Test("学历 below 第一学历 and below 最高学历 are two things, and the highest is read")
  func highest() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "姓名,任教学科,第一学历,,最高学历,\n,,学历,毕业院校,学历,毕业院校\n张伟,语文,专科,某校,本科,某大学\n", into: .teacher,
      strict: false)
    #expect(try desk.value("SELECT education FROM teacher") == "本科", "\(outcome.texts)")
  }

  @Test(
    "a table of grades and classes is its classes, whichever stands on top",
    arguments: [
      "各班人数,,,\n年级,1班,2班,合计\n一年级,45,44,89\n二年级,46,,46\n合计,91,44,135\n",
      "班别,一年级,二年级\n（1）班,45,46\n（2）班,44,0\n合计,89,46\n",
      "序号,年级,一班,二班,总人数\n1,一年级,45人,44人,89\n2,二年级,46人,-,46\n",
      "年级,项目,1班,2班\n一年级,人数,45,44\n,男生,20,21\n二年级,人数,46,\n",
      "年级,1班,,,2班,,,合计\n,男,女,小计,男,女,小计,\n一年级,20,25,45,21,23,44,89\n二年级,26,20,46,,,,46\n",
      "年级,1班,,2班,,合计,,\n,男生,女生,男生,女生,男,女,计\n一年级,20,25,21,23,41,48,89\n二年级,26,20,,,26,20,46\n",
    ])
  func matrix(_ sheet: String) throws {
    let desk = try Desk()
    let outcome = try desk.take(sheet, into: .classRoll, strict: false)
    #expect(
      try desk.values("SELECT grade || '-' || class_no || ':' || head_count FROM class_roll ORDER BY 1")
        == ["1-1:45", "1-2:44", "2-1:46"], "\(outcome.texts)")
    #expect(outcome.errors == 0 && outcome.codes.contains("class-matrix"), "\(outcome.texts)")
  }

  @Test("boys below a class are its boys; what does not make the sum, or lacks the other half, is told")
  func matrixOfBoys() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "年级,1班,,,2班,,\n,男,女,小计,男,女,小计\n一年级,20,25,45,21,23,45\n二年级,26,,,0,19,19\n", into: .classRoll,
      strict: false)
    #expect(
      try desk.values(
        "SELECT grade || '-' || class_no || ':' || head_count || ' ' || ifnull(boys, '-') FROM class_roll ORDER BY 1"
      )
        == ["1-1:45 20", "1-2:45 21", "2-2:19 0"], "\(outcome.texts)")
    let told = outcome.findings.filter { $0.code == "class-matrix-row" }
    #expect(told.map(\.location.row) == [3, 4] && told.map(\.value) == ["2班", "1班"], "\(outcome.texts)")
  }

  @Test("a sum of a grade that its classes do not make is told, a line that is no grade too")
  func matrixSums() throws {
    let outcome = try Desk().take(
      "年级,1班,2班,合计\n一年级,45,44,90\n特色班,30,,30\n", into: .classRoll, strict: false)
    let told = outcome.findings.filter { $0.code == "class-matrix-row" }
    #expect(told.map(\.location.row) == [2, 3] && told.map(\.value) == ["90", "特色班"], "\(outcome.texts)")
    #expect(outcome.new == 2)
  }

  @Test("grades with a line each for boys, girls and all are read by the last; without one that is told")
  func matrixParts() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "年级,性别,1班,2班\n一年级,男,20,21\n,女,19,20\n,合计,39,41\n", into: .classRoll, strict: false)
    #expect(
      try desk.values("SELECT class_no || ':' || head_count FROM class_roll ORDER BY 1") == ["1:39", "2:41"],
      "\(outcome.texts)")
    let parts = try Desk().take("年级,性别,1班,2班\n一年级,男,20,21\n,女,19,20\n", into: .classRoll, strict: false)
    #expect(parts.texts.contains { $0.contains("没有读到任何一个班的人数") }, "\(parts.texts)")
  }
}
