import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

@Suite("bad values of a sheet")
struct BadValueTests {
  private func take(
    _ sheet: String, _ desk: Desk, _ table: CatalogTable = .teacher, answers: [String] = [],
    constants: [String] = [],
    strict: Bool = false, dryRun: Bool = false
  ) throws -> ImportOutcome {
    try desk.workdir.write("表.csv", Array(sheet.utf8))
    var importer = Importer(table)
    importer.answers = try answers.map { try Wording($0, in: table) }
    importer.constants = try constants.map { try Constant($0, in: table) }
    importer.strict = strict
    importer.dryRun = dryRun
    return try importer.run(try CSVReader(path: desk.workdir.file("表.csv")), into: desk.file, author: .tester)
  }

  private let head = "教师编号,姓名,任教学段,职称\n"

  @Test("one bad 职称 does not hold up 300 teachers: the cell stays empty and 备注 says what it was")
  func leftEmpty() throws {
    let desk = try Desk()
    let rows = (1...300).map { "T\($0),王\($0),小学,\($0 == 17 ? "省聘" : "一级")\n" }.joined()
    let outcome = try take(head + rows, desk)
    #expect(outcome.counts == [300, 0, 0])
    #expect(outcome.errors == 0 && outcome.emptied == 1 && outcome.written)
    #expect(outcome.texts.contains { $0.contains("第 18 行") && $0.contains("省聘") && $0.contains("留空") })
    #expect(try desk.value("SELECT title FROM teacher WHERE teacher_no = 'T17'") as String? == nil)
    #expect(try desk.value("SELECT note FROM teacher WHERE teacher_no = 'T17'") == "〔未认出：职称“省聘”〕")
    #expect(try desk.value("SELECT count(*) FROM teacher WHERE title = '一级' AND note IS NULL") == 299)
  }

  @Test("the same sheet again changes nothing; with the word answered the cell is filled and the remark goes")
  func answered() throws {
    let desk = try Desk()
    let sheet = head + "T1,王芳,小学,省聘\nT2,李明,小学,省聘\n"
    _ = try take(sheet, desk)
    #expect(try take(sheet, desk).counts == [0, 0, 2])
    #expect(try take(sheet, desk, answers: ["省聘=高级"]).counts == [0, 2, 0])
    #expect(try desk.value("SELECT count(*) FROM teacher WHERE title = '高级' AND note IS NULL") == 2)
    // Kept in the file: the next sheet needs no word.
    let next = try take(head + "T3,赵云,小学, 省 聘 \n", desk)
    #expect(next.emptied == 0)
    #expect(try desk.value("SELECT title FROM teacher WHERE teacher_no = 'T3'") == "高级")
    #expect(try desk.value("SELECT count(*) FROM wording WHERE written = '省聘' AND value = '高级'") == 1)
  }

  @Test("what a person wrote into 备注 stays beside what the import says there")
  func ownNote() throws {
    let desk = try Desk()
    _ = try take(head + "T1,王芳,小学,一级\n", desk)
    try desk.file.write("set", author: .tester) {
      _ = try $0.set(.teacher, try desk.file.info.teacher("T1"), try RowValues(["备注=代课"], in: .teacher))
    }
    _ = try take(head + "T1,王芳,小学,省聘\n", desk)
    #expect(try desk.value("SELECT note FROM teacher") == "代课〔未认出：职称“省聘”〕")
    _ = try take(head + "T1,王芳,小学,高级\n", desk)
    #expect(try desk.value("SELECT note FROM teacher") == "代课")
    _ = try take("教师编号,姓名,职称,备注\nT1,王芳,省聘,借调\n", desk)
    #expect(try desk.value("SELECT note FROM teacher") == "借调〔未认出：职称“省聘”〕")
  }

  @Test("a bad cell that a figure or a key needs keeps its row out and no other; strictly, the whole sheet")
  func rowsOut() throws {
    let sheet = head + "T1,王芳,小学,一级\nT2,李明,大学,一级\nT3,赵云,小学,一级\n,钱七,小学,一级\n"
    let desk = try Desk()
    let outcome = try take(sheet, desk)
    #expect(outcome.errors == 2 && outcome.bad == 2 && !outcome.isHeldUp)
    #expect(try desk.values("SELECT teacher_no FROM teacher ORDER BY 1") == ["T1", "T3"])
    let strict = try Desk()
    let before = try strict.bytes()
    #expect(try take(sheet, strict, strict: true).isHeldUp)
    #expect(try strict.bytes() == before)
  }

  @Test("a row that stays out leaves what the file has of it")
  func existing() throws {
    let desk = try Desk()
    _ = try take(head + "T1,王芳,小学,一级\nT2,李明,小学,一级\n", desk)
    _ = try take(head + "T1,王芳,小学,高级\nT2,李明,大学,高级\n", desk)
    #expect(try desk.values("SELECT title FROM teacher ORDER BY teacher_no") == ["高级", "一级"])
  }

  @Test(
    "a sheet that was damaged, or of which no row is any good, changes nothing",
    arguments: [
      "教师编号,姓名,任教学段,职称\nT1,王芳,小学,一级\nT2,李明,小学\n",
      "教师编号,姓名,任教学段,职称\nT1,王芳,小学,一级\nT1,李明,小学,一级\n",
      "教师编号,姓名,任教学段,职称\nT1,王芳,小学,一级\n3.5103E+17,李明,小学,一级\n",
      "教师编号,姓名,任教学段,职称\nT1,王芳,小学,一级\nT2,李明,小学,#REF!\n",
      "教师编号,姓名,任教学段,职称\nT1,王芳,大学,一级\nT2,李明,大学,一级\n",
    ])
  func damaged(_ sheet: String) throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let outcome = try take(sheet, desk)
    #expect(outcome.isHeldUp && !outcome.written && outcome.counts == [0, 0, 0])
    #expect(try desk.bytes() == before)
  }

  @Test(
    "a formula without a value is a bad value of its cell, where no figure needs it; in 备注 it leaves no trace"
  )
  func formulas() throws {
    let desk = try Desk()
    let outcome = try take("教师编号,姓名,职称,备注\nT1,王芳,#N/A,\nT2,李明,一级,#N/A\nT3,赵云,一级,借调\n", desk)
    #expect(outcome.counts == [3, 0, 0] && outcome.errors == 0, "\(outcome.texts)")
    #expect(
      try desk.values(
        "SELECT ifnull(title, '-') || ' ' || ifnull(note, '-') FROM teacher ORDER BY teacher_no")
        == ["- 〔未认出：职称“#N/A”〕", "一级 -", "一级 借调"])
    let figures = try take("教师编号,姓名,学历\nT4,王芳,#N/A\nT5,李明,本科\n", desk)
    #expect(figures.new == 1 && figures.bad == 1 && !figures.isHeldUp)
  }

  @Test("a dash or a stroke where nothing is to be said is an empty cell, and a text in a text")
  func placeholders() throws {
    let desk = try Desk()
    let outcome = try take("教师编号,姓名,学历,骨干级别,培训学时,备注\nT1,王芳,/,-,—,-\n", desk)
    #expect(outcome.errors == 0 && outcome.emptied == 0, "\(outcome.texts)")
    #expect(
      try desk.value(
        "SELECT ifnull(education, '') || ifnull(backbone, '') || ifnull(training_hours, '') || note FROM teacher"
      ) == "-")
    // What the clerk says that it stands for comes first.
    let said = try take("教师编号,姓名,骨干级别\nT2,李明,/\n", desk, answers: ["骨干级别:/=无"])
    #expect(said.errors == 0)
    #expect(try desk.value("SELECT backbone FROM teacher WHERE teacher_no = 'T2'") == "无")
    let needed = try take("年级,班号,人数\n一,1,-\n二,1,40\n", desk, .classRoll)
    #expect(needed.errors == 1)
  }

  @Test("a constant fills the column that a sheet lacks, and the cells that it leaves empty")
  func constants() throws {
    let desk = try Desk()
    let outcome = try take(
      "教师编号,姓名,任教学段\nT1,王芳,\nT2,李明,初中\n", desk, constants: ["任教学段=小学", "专任教师=是"])
    #expect(outcome.counts == [2, 0, 0])
    #expect(try desk.values("SELECT stage FROM teacher ORDER BY teacher_no") == ["小学", "初中"])
    #expect(try desk.value("SELECT count(*) FROM teacher WHERE full_time = 1") == 2)
    // Required columns too.
    let rooms = try take("用房编号,名称\nA101,一(1)班\n", desk, .room, constants: ["用房类别=教室"])
    #expect(rooms.errors == 0, "\(rooms.texts)")
  }

  @Test(
    "an answer names its column where its value does not say which",
    arguments: [
      ("省聘=高级", "title"), ("职称:省聘=高级", "title"), ("专任教师：在编=是", "full_time"), ("学历:不详=", "education"),
    ])
  func columns(_ typed: String, _ column: String) throws {
    #expect(try Wording(typed, in: .teacher).column == column)
  }

  @Test(
    "an answer that cannot be kept is refused before the sheet is read",
    arguments: ["省聘", "=高级", "在编=是", "职称:省聘=很高", "任教学段:大学=高校", "教师编号:无=", "学历层级:大本=本科"])
  func refused(_ typed: String) {
    #expect(throws: WordingError.self) { try Wording(typed, in: .teacher) }
  }

  @Test("a dry run tells what would stay out and stay empty, and keeps nothing")
  func dryRun() throws {
    let desk = try Desk()
    let before = try desk.bytes()
    let outcome = try take(
      head + "T1,王芳,小学,省聘\nT2,李明,大学,特高\n", desk, answers: ["省聘=高级"], dryRun: true)
    #expect(outcome.new == 1 && outcome.bad == 1 && outcome.emptied == 1)
    #expect(try desk.bytes() == before)
  }

  @Test(
    "what makes a classroom one of 网络多媒体教室 says so, and what it lacks too",
    arguments: [
      ("有一体机", 1), ("一体机1台", 1), ("希沃白板", 1), ("已配备", 1), ("班班通设备", 1), ("未配", 0), ("暂无", 0), ("没有", 0),
    ])
  func multimedia(_ written: String, _ stored: Int) throws {
    let desk = try Desk()
    _ = try desk.take("房间名称,用途,多媒体\n一年级1班,普通教室,\(written)\n", into: .room)
    #expect(try desk.value("SELECT multimedia FROM room") == stored)
  }

  @Test(
    "what may be broken, wanted or no such thing is not taken for one",
    arguments: ["一体机已坏", "待配", "投影", "不详"])
  func noMultimedia(_ written: String) throws {
    let outcome = try Desk().take("房间名称,用途,多媒体\n一年级1班,普通教室,\(written)\n", into: .room, strict: false)
    #expect(outcome.bad == 1, "\(outcome.texts)")
  }

  @Test("无 of what is counted is none, told; an amount is not")
  func none() throws {
    let desk = try Desk()
    let outcome = try desk.take("姓名,任教学科,培训学时\n张三,语文,无\n", into: .teacher)
    #expect(try desk.value("SELECT training_hours FROM teacher") == 0)
    #expect(outcome.texts.contains { $0.contains("已按 0 记入") })
    #expect(try desk.take("房间名称,用途,面积\n一年级1班,普通教室,无\n", into: .room, strict: false).bad == 1)
  }

  @Test(
    "a 学段 is known by all its words in every table", arguments: ["幼儿园", "大班", "学前班", "小学部", "初级中学", "junior"])
  func stages(_ written: String) throws {
    let outcome = try Desk().take("教师编号,姓名,任教学段\nT1,张三,\(written)\n", into: .teacher)
    #expect(outcome.new == 1 && outcome.errors == 0, "\(outcome.texts)")
  }
}

extension FileInfo {
  fileprivate func teacher(_ number: String) throws -> RowKey {
    RowKey([orgCode.databaseValue, (schoolYear ?? 0).databaseValue, number.databaseValue])
  }
}
