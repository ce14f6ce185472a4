import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Sheets of one workbook that say of what year, of whom, or nothing. Decisions 0151, 0179.
@Suite struct SheetsOfBookTests {
  /// - Parameter sheets: names and lines, whose cells `,` parts.
  private func take(_ sheets: [(String, [String])], named name: String = "簿.xlsx", into desk: Desk) throws
    -> WorkbookOutcome
  {
    let path = desk.workdir.file(name)
    let book = try XLSXWorkbook(path: path)
    for (name, lines) in sheets {
      let page = try book.addSheet(name)
      for (row, line) in lines.enumerated() {
        for (column, cell) in line.split(separator: ",", omittingEmptySubsequences: false).enumerated()
        where !cell.isEmpty {
          page.write(String(cell), row: row, column: column)
        }
      }
    }
    try book.close()
    var settings = Importer(.teacher)
    settings.strict = false
    return try WorkbookImport(settings).run(SheetFile.open(path), into: desk.file, author: .tester)
  }

  private let heading = "姓名,学历,任教学科"

  @Test("a sheet of another year beside this year's stays out", arguments: ["2021年教师", "教师（去年）", "教师2019"])
  func otherYear(_ name: String) throws {
    let desk = try Desk()
    let outcome = try take(
      [("教师", [heading, "张伟,本科,语文"]), (name, [heading, "王芳,专科,数学"])], into: desk)
    #expect(try desk.values("SELECT name FROM teacher") == ["张伟"])
    #expect(outcome.findings.contains { $0.code == "title-year" && $0.message.contains(name) })
    // Alone it is told; this year's and its second half are the file's.
    let alone = try Desk()
    #expect(
      try take([(name, [heading, "王芳,专科,数学"])], into: alone).findings.contains { $0.code == "title-year" })
    #expect(try alone.value("SELECT count(*) FROM teacher") == 1)
    for own in ["2022年教师", "教师2023.3"] {
      let both = try Desk()
      _ = try take([("教师甲", [heading, "张伟,本科,语文"]), (own, [heading, "王芳,专科,数学"])], into: both)
      #expect(try both.value("SELECT count(*) FROM teacher") == 2, "\(own)")
    }
  }

  @Test("a teacher who stands in two sheets with the same words is one, and that is told")
  func sameNames() throws {
    let desk = try Desk()
    let outcome = try take(
      [("小学教师", [heading, "张伟,本科,语文"]), ("初中教师", [heading, "张伟,本科,语文", "李娜,本科,数学"])], into: desk)
    #expect(try desk.value("SELECT count(*) FROM teacher") == 2)
    let told = try #require(outcome.findings.first { $0.code == "same-person" })
    #expect(told.message.contains("“小学教师”第 2 行") && !told.message.contains("张伟"))
  }

  @Test(
    "a statistics table of another school is not read, and a sheet without any figure is not called imported")
  func statistics() throws {
    let desk = try Desk()
    let table = ["指标名称,编号,毕业生数,招生数,在校生数", "总计,01,88,95,560"]
    let other = try take(
      [("教基3112", ["小学学生数（教基3112）", "学校（机构）名称：第二小学"] + table)], into: desk)
    #expect(
      other.findings.contains { $0.code == "other-school-title" && $0.message.contains("第二小学") },
      "\(other.findings)")
    #expect(try desk.value("SELECT count(*) FROM statement") == 0)
    #expect(other.isFruitless)
    let seeming = try take([("教基3112", ["石桥小学学生数（教基3112）"] + table)], into: Desk())
    #expect(seeming.findings.contains { $0.code == "other-school-title" && $0.message.contains("石桥小学") })
    let own = try take(
      [("教基3112", ["小学学生数（教基3112）", "学校（机构）名称：\(desk.file.info.orgName)"] + table)], into: desk)
    #expect(!own.isFruitless, "\(own.findings)")
    #expect(try desk.value("SELECT value FROM statement WHERE element = '学生数'") == 560)
  }

  @Test("a sheet that sums up another's rows is not counted beside them", arguments: ["用房汇总", "用房合计表"])
  func sums(_ name: String) throws {
    let desk = try Desk()
    let sum = (name, ["用房名称,间数,总面积", "教室,2,120"])
    let outcome = try take([sum, ("用房明细", ["房间编号,用房名称,面积", "1,教室,60", "2,教室,60"])], into: desk)
    #expect(try desk.value("SELECT total(floor_area) FROM room") == 120)
    #expect(outcome.findings.contains { $0.code == "sum-sheet" && $0.message.contains("用房明细") })
    // Alone it is what the school has.
    let alone = try Desk()
    _ = try take([sum], into: alone)
    #expect(try alone.value("SELECT total(floor_area * room_count) FROM room") == 120)
  }

  @Test("sheets that are named by their grades say it of the classes on them")
  func grades() throws {
    let desk = try Desk()
    let outcome = try take(
      [("一年级", ["班级,人数", "1班,40", "2班,41"]), ("二年级", ["班级,人数", "1班,38"])], into: desk)
    #expect(
      try desk.values("SELECT grade || '/' || class_no || '/' || head_count FROM class_roll ORDER BY 1") == [
        "1/1/40", "1/2/41", "2/1/38",
      ], "\(outcome.findings)")
  }

  @Test(
    "the year that a class entered or that things were bought is no other year; a 汇总表 of people has their names and is read"
  )
  func noOtherYear() throws {
    let desk = try Desk()
    let things = "设备名称,数量,金额"
    _ = try take(
      [
        ("2021级", ["班级,人数", "1班,40"]), ("2020级", ["班级,人数", "1班,38"]), ("2019年购置设备", [things, "投影仪,1,5000"]),
        ("2018年设备", [things, "钢琴,1,20000"]), ("教师信息汇总表", [heading, "张伟,本科,语文"]),
        ("骨干教师", [heading, "李娜,本科,语文"]),
      ], into: desk)
    #expect(try desk.values("SELECT entry_year FROM class_roll ORDER BY 1") == [2020, 2021])
    #expect(try desk.value("SELECT count(*) FROM equipment") == 2)
    #expect(try desk.value("SELECT count(*) FROM teacher") == 2)
  }

  @Test("a year behind 班级 is a school year all the same")
  func yearOfClasses() throws {
    let desk = try Desk()
    let outcome = try take(
      [("2022学年班级", ["年级,班级,人数", "一年级,1班,40"]), ("2021学年班级", ["年级,班级,人数", "一年级,1班,38"])], into: desk)
    #expect(try desk.values("SELECT head_count FROM class_roll") == [40])
    #expect(outcome.findings.contains { $0.code == "title-year" && $0.message.contains("2021学年班级") })
  }

  @Test("sheets of pupils are classes by their names or their columns; a list of 班主任 is none")
  func pupils() throws {
    let desk = try Desk()
    let outcome = try take(
      [
        ("三(1)班", ["学号,姓名,性别", "1,张伟,男", "2,李娜,女"]), ("三(2)班", ["学号,姓名,性别", "1,王芳,女"]),
        ("四年级", ["姓名,性别,班级", "赵强,男,四年级1班"]), ("班主任", ["姓名,性别,班级", "孙丽,女,三年级3班"]),
      ], into: desk)
    #expect(
      try desk.values("SELECT grade || '-' || class_no || ':' || head_count FROM class_roll ORDER BY 1")
        == ["3-1:2", "3-2:1", "4-1:1"], "\(outcome.findings)")
  }

  private func classes(_ desk: Desk) throws -> [String] {
    try desk.values("SELECT grade || '-' || class_no || ':' || head_count FROM class_roll ORDER BY 1")
  }

  @Test("sheets of pupils may be named after their class without the word for it; other numbers name none")
  func bareNames() throws {
    let desk = try Desk()
    let pupils = ["学号,姓名,性别", "1,张伟,男"]
    let outcome = try take(
      [("101", pupils), ("一2", pupils), ("二(3)", pupils), ("3.1", pupils), ("2022", pupils), ("12", pupils)],
      into: desk)
    #expect(try classes(desk) == ["1-1:1", "1-2:1", "2-3:1", "3-1:1"], "\(outcome.findings)")
    #expect(outcome.findings.count { $0.message.contains("认不出是哪个表") } == 2)
  }

  @Test("a file's name says the class where its sheet does not, and gives way to the sheet's")
  func fileNames() throws {
    let pupils = ["学号,姓名,性别", "1,张伟,男"]
    for (file, sheet, expected) in [
      ("三年级2班花名册.xlsx", "Sheet1", ["3-2:1"]), ("实验小学一(12)班.xlsx", "Sheet1", ["1-12:1"]),
      ("三年级2班.xlsx", "三(3)班", ["3-3:1"]), ("2022年秋季学生.xlsx", "Sheet1", []),
    ] {
      let desk = try Desk()
      let outcome = try take([(sheet, pupils)], named: file, into: desk)
      #expect(try classes(desk) == expected, "\(file): \(outcome.findings)")
    }
  }

  @Test("a sheet whose name and title are two classes is neither")
  func twoClasses() throws {
    let desk = try Desk()
    let outcome = try take([("三(1)班", ["三(2)班学生名单", "学号,姓名,性别", "1,张伟,男"])], into: desk)
    #expect(try desk.value("SELECT count(*) FROM class_roll") == 0)
    #expect(outcome.findings.contains { $0.code == "two-classes" }, "\(outcome.findings)")
  }
}
