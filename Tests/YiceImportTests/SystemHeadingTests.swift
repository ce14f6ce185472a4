import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Headings and words of the systems that schools export from.
@Suite struct SystemHeadingTests {
  @Test(
    "a county's list of schools without codes goes to those that it has by name; a new one needs its code")
  func schoolsByName() throws {
    let desk = try Desk(county: true)
    _ = try desk.take(
      "学校标识码,学校名称,简称,学校类别\n2133000001,第一小学,一小,小学\n2133000002,第二小学,,小学\n", into: .org, named: "学校.csv")
    let outcome = try desk.take(
      "序号,学校名称,举办者,建校时间,城乡类型\n1,一小,县级教育部门,1985年9月,镇区\n2,第二小学,公办,1990年,乡村\n3,第三小学,民办,2001,镇区\n",
      into: .org, named: "学校.csv", strict: false)
    let found: [String] = try desk.values(
      "SELECT name || kind || run_by || '/' || built_year FROM org WHERE run_by IS NOT NULL ORDER BY org_code"
    )
    #expect(found == ["第一小学小学7/1985", "第二小学小学7/1990"], "\(outcome.texts)")
    #expect(outcome.findings.contains { $0.code == "unknown-school" && $0.message.contains("加一列“学校标识码”") })
    #expect(outcome.findings.contains { $0.code == "coarse-word" && $0.value == "公办" })
  }

  @Test func `a list of schools of the statistics brings codes, words and what counts as a school`() throws {
    let desk = try Desk(county: true)
    let outcome = try desk.take(
      """
      机构名称,机构编码,办学类型,举办者类型,举办者类型编码,城乡分组,城乡类型,城乡类型编码,是否计校数,是否具有附设班,经度
      青禾一小,2199000004,小学,县级教育部门,831,镇区,镇中心区,121,1,否,120
      李庄教学点,2199000024,小学教学点,民办,999,乡村,村庄,220,0,否,120
      """ + "\n", into: .org, named: "学校.csv")
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let found: [String] = try desk.values(
      """
      SELECT name || ' ' || kind || ' ' || run_by || ' ' || urban_rural || ' ' || counted_school FROM org
      WHERE org_code LIKE '21990000%4' ORDER BY org_code
      """)
    #expect(found == ["青禾一小 小学 7 121 1", "李庄教学点 教学点 10 220 0"])
    #expect(outcome.codes.filter { $0 == "same-as" }.count == 2)
  }

  @Test(arguments: [
    ("主城区", "111"), ("城乡结合区", "112"), ("镇中心区", "121"), ("镇乡结合区", "122"), ("特殊区域", "123"), ("乡中心区", "210"),
    ("村庄", "220"),
    ("城区", "111"), ("镇区", "121"), ("乡村", "220"), ("122", "122"),
  ]) func `words of 统计上划分城乡的规定 are codes`(_ word: String, _ code: String) throws {
    let desk = try Desk(county: true)
    let outcome = try desk.take(
      "机构名称,机构代码,办学类型,城乡类型\n青禾一小,2199000004,小学,\(word)\n", into: .org, named: "学校.csv")
    #expect(
      try desk.value("SELECT urban_rural FROM org WHERE org_code = '2199000004'") == code, "\(outcome.texts)")
    // The coarse word says less than the code.
    #expect(outcome.codes.contains("coarse-word") == ["城区", "镇区", "乡村"].contains(word))
  }

  @Test func `a staff list says 专任, 骨干, 在编 and 资格证 in its own questions`() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      """
      姓名,教职工号,*教职工类别,*是否在编,*是否是县级及以上骨干教师,资格证编号,教授科目,专业技术职称,学段
      张三,T1,专任教师,是,是,20101234,体育,中小学一级教师,小学
      李四,T2,工勤人员,否,否,无,,,
      """ + "\n", into: .teacher)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let found: [String] = try desk.values(
      """
      SELECT teacher_no || ' ' || full_time || ' ' || post || ' ' || backbone || ' ' || certified || ' '
        || ifnull(title, '-') FROM teacher ORDER BY 1
      """)
    #expect(found == ["T1 1 在编 县级 1 一级", "T2 0 编外 无 0 -"])
  }

  @Test(arguments: [
    ("任教学课", "任教学科"), ("五年培训学時", "五年培训学时"), ("最高学厉", "最高学历"), ("专业技术职务名称", "专业技术职务"),
  ]) func `an unknown column proposes the nearest known one`(_ heading: String, _ nearest: String) {
    let plan = HeaderMatcher(.teacher).match(
      ["教师编号", "姓名", heading], at: SourceLocation(file: "表.csv", row: 1))
    #expect(plan.skipped.first?.message.contains("--map \(heading)=\(nearest)") == true, "\(plan.skipped)")
  }

  @Test func `of thousands of unknown columns some are told one by one, the others in one line`() {
    let plan = HeaderMatcher(.teacher).match(
      ["教师编号", "姓名"] + (0..<16_382).map { "列\($0)" }, at: SourceLocation(file: "表.csv", row: 1))
    #expect(plan.skipped.count == 41)
    #expect(plan.skipped.last?.message == "“列40”到“列16381”之间还有 16342 列是“教师”表没有的，都没有导入")
  }

  @Test func `what is like no column proposes none, nor one that the sheet has already`() {
    let plan = HeaderMatcher(.teacher).match(
      ["教师编号", "姓名", "属相", "最高学历", "最高学厉"], at: SourceLocation(file: "表.csv", row: 1))
    #expect(plan.skipped.map(\.message).allSatisfy { !$0.contains("最像") }, "\(plan.skipped)")
  }

  @Test func `teachers of a school with one 学段 teach there, where the list has no column for it`() throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名,任教学科\nT1,张三,体育\n", into: .teacher)
    _ = try desk.take("教师编号,姓名,任教学段\nT2,李四,\n", into: .teacher, named: "二.csv")
    let found: [String] = try desk.values("SELECT teacher_no || ifnull(stage, '-') FROM teacher ORDER BY 1")
    #expect(found == ["T1小学", "T2-"])
  }

  @Test func `what was only worked out does not overwrite what the file knows`() throws {
    let desk = try Desk()
    _ = try desk.take("教师编号,姓名,任教学段\nT1,张三,幼儿\n", into: .teacher)
    _ = try desk.take("设备编号,设备名称,设备类别\n1,某某物,教学仪器设备\n", into: .equipment, named: "设备.csv")
    _ = try desk.take("编号,问题来源,问题描述,状态\n1,自查,照明不足,整改中\n", into: .rectification, named: "整改.csv")
    #expect(try desk.take("教师编号,姓名\nT1,张三\n", into: .teacher).counts == [0, 0, 1])
    #expect(try desk.take("设备编号,设备名称\n1,某某物\n", into: .equipment).counts == [0, 0, 1])
    // A school of two 学段 has none that goes without saying.
    let school = try TestSchool()
    _ = try school.run([["教师编号", "姓名", "任教学段"], ["T1", "张三", "初中"]])
    #expect(try school.run([["教师编号", "姓名"], ["T1", "张三"]]).counts == [0, 0, 1])
    #expect(try desk.take("序号,存在问题\n1,照明不足\n", into: .rectification).counts == [0, 0, 1])
  }

  @Test func `who has left the school is no teacher of it`() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "姓名,教职工号,学段,人员状态\n张三,T1,小学,在本单位任职\n李四,T2,小学,退休\n王五,T3,小学,退休返聘\n", into: .teacher)
    let found: [String] = try desk.values("SELECT teacher_no FROM teacher ORDER BY 1")
    #expect(found == ["T1", "T3"])
    #expect(outcome.codes.contains("not-counted"))
  }

  @Test func `headings over two rows: 合计 is the whole, 最高学历 stands beside 第一学历`() throws {
    let school = try TestSchool()
    let merges = [
      CellRange(rows: 1...2, columns: 1...1), CellRange(rows: 1...1, columns: 2...4),
      CellRange(rows: 1...1, columns: 5...6),
    ]
    let classes = try Importer(.classRoll).run(
      ListSource([
        ["班级", "学生数", "", "", "其中", ""], ["", "合计", "男", "女", "寄宿生", "随迁子女"],
        ["三(1)班", "47", "24", "23", "0", "4"],
      ]),
      merges: merges, into: school.file, author: school.author)
    #expect(classes.errors == 0, "\(classes.texts)")
    let found = try school.file.read {
      try String.fetchAll(
        $0,
        sql: "SELECT head_count || ' ' || boys || ' ' || boarders || ' ' || migrant_pupils FROM class_roll")
    }
    #expect(found == ["47 24 0 4"])
    let staff = try school.run(
      [["姓名", "学历", "", "任教学段"], ["", "第一学历", "最高学历", ""], ["张三", "中师", "本科", "小学"]],
      merges: [
        CellRange(rows: 1...2, columns: 1...1), CellRange(rows: 1...1, columns: 2...3),
        CellRange(rows: 1...2, columns: 4...4),
      ])
    #expect(staff.errors == 0, "\(staff.texts)")
    #expect(try school.file.read { try String.fetchAll($0, sql: "SELECT education FROM teacher") } == ["本科"])
  }

  @Test func `girls and the whole class give the boys`() throws {
    let desk = try Desk()
    let outcome = try desk.take("班级,人数,其中女生,寄宿生,其中：随迁子女\n三(2)班,48,20,3,5\n", into: .classRoll)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let found: [String] = try desk.values(
      "SELECT boys || ' ' || boarders || ' ' || migrant_pupils FROM class_roll")
    #expect(found == ["28 3 5"])
  }

  @Test
  func `lists without a column for the kind get it by name, and what is unknown is told and counts nowhere`()
    throws
  {
    let desk = try Desk()
    let outcome = try desk.take(
      """
      资产编号,资产名称,数量,金额
      1,交互式电子白板,2,20000
      2,学生用计算机,50,200000
      3,图书,1000,18000
      4,课桌凳,40,8000
      5,某某物,1,100
      """ + "\n", into: .equipment)
    let kinds: [String] = try desk.values("SELECT category FROM equipment ORDER BY item_no")
    #expect(kinds == ["教学仪器设备", "计算机", "图书", "其他设备", "其他设备"])
    #expect(outcome.findings.filter { $0.code == "unknown-kind" }.map(\.value) == ["某某物"])
  }

  @Test func `problems without source and state are the school's own and not begun, or begun`() throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "序号,存在问题,整改措施,整改进展情况\n1,照明不足,加装灯管,\n2,场地不足,新建,已设计\n", into: .rectification)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let found: [String] = try desk.values("SELECT source || state FROM rectification ORDER BY id")
    #expect(found == ["自查待整改", "自查整改中"])
  }
}

/// Sheets of one workbook that tell more of the same teachers.
@Suite struct SheetJoinTests {
  @Test func `sheets of the teachers' system fill in the columns of the same teacher`() throws {
    let desk = try Desk()
    let path = desk.workdir.file("教师.xlsx")
    let book = try XLSXWorkbook(path: path)
    let sheets: [(String, [String])] = [
      (
        "基本信息",
        ["*姓名|教职工号|*身份证件号|*教职工类别|*是否在编|*是否是县级及以上骨干教师", "张三|T1|X1|专任教师|是|是", "李四||X2|行政人员|否|否"]
      ),
      (
        "学习经历", ["姓名|教职工号|身份证件号|获得学历|毕业年月", "张三|T1||大学专科|2009.7", "张三|T1||大学本科|2015.7", "李四||X2|大学专科|2001.7"]
      ),
      ("教育教学", ["姓名|教职工号|任教学段|任教课程", "张三|T1|小学|体育", "王五|T9|小学|语文"]),
      ("教师资格", ["教职工号|教师资格证种类|任教学科", "T1|小学教师资格|数学"]),
      ("专业技术职务聘任", ["教职工号|聘任专业技术职务|聘任开始年月", "T1|中小学一级教师|2018-09", "T1|中小学二级教师|2012-09"]),
      ("教师培训", ["教职工号|姓名|年度|培训学时", "T1|张三|2022|72"]),
    ]
    for (name, rows) in sheets {
      let page = try book.addSheet(name)
      for (row, text) in rows.enumerated() {
        for (column, cell) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
          page.write(String(cell), row: row, column: column)
        }
      }
    }
    try book.close()
    let file = try SheetFile.open(path)
    let matcher = HeaderMatcher(.teacher)
    let choice = try SheetChoice(file, named: nil, matcher: matcher)
    #expect(choice.sheet.name == "基本信息")
    let joined = try #require(try SheetJoin(file, choice, matcher))
    var importer = Importer(.teacher)
    importer.notes = joined.notes
    let outcome = try importer.run(joined.source, into: desk.file, author: .tester)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    // 李四 has no number and gets one.
    #expect(
      try desk.value("SELECT education FROM teacher WHERE name = '李四' AND teacher_no LIKE '自编%'") == "专科")
    #expect(outcome.codes.filter { $0 == "sheet-joined" }.count == 4)
    #expect(outcome.texts.contains { $0.contains("没有导入：“教师培训”") })
    #expect(!outcome.texts.contains { $0.contains("X1") })
    var row = SheetRow()
    let again = try #require(try SheetJoin(file, choice, matcher)).source
    var rows: [[String]] = []
    while try again.next(into: &row) { rows.append(row.cells) }
    #expect(rows[1].suffix(5) == ["大学本科", "小学", "体育", "小学教师资格", "中小学一级教师"])
    #expect(rows[2].suffix(5) == ["大学专科", "", "", "", ""])
  }

  @Test(
    "the number of a certificate is a certificate; one that is applied for is none, and what nobody knows is 未填",
    arguments: [("小学教师资格", 1), ("办理中", 0), ("暂无", 0), ("/", nil), ("不详", nil)] as [(String, Int?)])
  func certificate(_ written: String, _ stored: Int?) throws {
    let desk = try Desk()
    let outcome = try desk.take("教师编号,姓名,教师资格证种类\nT1,王芳,\(written)\n", into: .teacher)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let certified: Int? = try desk.value("SELECT certified FROM teacher")
    #expect(certified == stored)
  }
}
