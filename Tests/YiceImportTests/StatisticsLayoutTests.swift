import GRDB
import Testing
import YiceFormats
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Layouts of the statistics as they come out of the real systems, rebuilt with invented figures.
@Suite struct StatisticsLayoutTests {
  private struct Sheet {
    var name = "教基"
    var rows: [String]
    /// Rows from 0, columns from 0.
    var merges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)] = []
    var hiddenColumns: [Int] = []
  }

  private func read(
    _ sheets: [Sheet], orgCode: String? = "2199000004", schools: KnownSchools = KnownSchools()
  ) throws
    -> StatisticsWorkbook
  {
    let workdir = Workdir(inMemory: true)
    let path = workdir.file("统计.xlsx")
    let book = try XLSXWorkbook(path: path)
    let plain = book.format(XLSXStyle())
    for sheet in sheets {
      let page = try book.addSheet(sheet.name)
      for (row, text) in sheet.rows.enumerated() {
        for (column, cell) in text.split(separator: "|", omittingEmptySubsequences: false).enumerated()
        where !cell.isEmpty { page.write(String(cell), row: row, column: column) }
      }
      for range in sheet.merges {
        let cells = sheet.rows[range.rows.lowerBound].split(separator: "|", omittingEmptySubsequences: false)
        page.merge(rows: range.rows, columns: range.columns, String(cells[range.columns.lowerBound]), plain)
      }
      for column in sheet.hiddenColumns { page.setColumn(column, width: 8, hidden: true) }
    }
    try book.close()
    return try withExtendedLifetime(workdir) {
      try StatisticsWorkbook(SheetFile.open(path), orgCode: orgCode, schools: schools)
    }
  }

  private func figures(_ book: StatisticsWorkbook) -> [String] {
    book.figures.map {
      "\($0.orgCode.suffix(1)) \($0.element) \($0.stage?.rawValue ?? "全校") \(CellValue.decimal($0.value))"
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    var name = "教基4155"
    let rows: [String]
    let figures: [String]
    var findings: [String] = []
    var testDescription: String { what }
  }

  private static let teacherHeading = ["指标名称|代码|合计|#女|体育与健康|艺术|音乐|美术", "甲|乙|1|2|3|4|5|6"]

  private static let cases = [
    Case(
      what: "one 4155 table has 小学 and 初中 one below the other",
      rows: ["义务教育阶段专任教师分课程、分学历情况", "表号：教基4155|||学校标识码：2199000004"] + teacherHeading + [
        "小学|01|40|20|3|4|2|2", "#女|02|25|20|1|3|2|1", "博士研究生|04|1|0|0|0|0|0", "硕士研究生|05|2|0|0|0|0|0",
        "本科|06|22|0|0|0|0|0", "专科|07|5|0|0|0|0|0", "高中阶段|08|10|0|0|0|0|0", "初中|10|22|10|2|1|1|0",
        "#女|11|10|10|1|0|0|0", "博士研究生|13|-|0|0|0|0|0", "硕士研究生|14|1|0|0|0|0|0", "本科|15|8|0|0|0|0|0",
        "专科|16|13|0|0|0|0|0",
      ],
      figures: [
        "4 专任教师数 小学 40", "4 高于规定学历教师数 小学 30", "4 体育教师数 小学 3", "4 艺术教师数 小学 4", "4 专任教师数 初中 22",
        "4 高于规定学历教师数 初中 9", "4 体育教师数 初中 2", "4 艺术教师数 初中 1",
      ]),
    Case(
      what: "the 学段 stands in a column before the labels, the numbers of a year nobody knows", name: "基础基424",
      rows: [
        "专任教师分课程、分学历情况", "基础基424", "||编号|合计|其中：女|体育与健康|艺术", "甲|丙|乙|1|2|3|4", "小学|合计|1|40|20|3|4",
        "|其中：女|2|20|20|1|2", "|博士研究生|3|1|0|0|0", "|硕士研究生|4|2|1|0|0", "|本科|5|20|1|0|0", "|专科|6|8|1|0|0",
        "初中|合计|7|22|9|2|1", "|其中：女|8|9|9|1|1", "|硕士研究生|9|2|1|0|0", "|本科|10|9|1|0|0",
      ],
      figures: [
        "4 专任教师数 小学 40", "4 高于规定学历教师数 小学 31", "4 体育教师数 小学 3", "4 艺术教师数 小学 4", "4 专任教师数 初中 22",
        "4 高于规定学历教师数 初中 11", "4 体育教师数 初中 2", "4 艺术教师数 初中 1",
      ], findings: ["other-number"]),
    Case(
      what: "the 学段 stands over the columns",
      rows: [
        "指标名称|小学|小学|初中|初中", "|合计|体育|合计|体育", "合计|40|3|22|2", "研究生|1|0|1|0", "本科|20|0|9|0", "专科|9|0|9|0",
      ],
      figures: [
        "4 专任教师数 小学 40", "4 高于规定学历教师数 小学 30", "4 体育教师数 小学 3", "4 专任教师数 初中 22", "4 高于规定学历教师数 初中 10",
        "4 体育教师数 初中 2",
      ], findings: ["missing-label", "missing-label"]),
    Case(
      what: "a sum of both 学段 is none of either, and a 学段 without anybody is told",
      rows: ["专任教师分课程、分学历情况"] + teacherHeading + [
        "总计|01|40|20|3|4|2|2", "小学|02|40|20|3|4|2|2", "硕士研究生|03|1|0|0|0|0|0", "本科|04|30|0|0|0|0|0",
        "专科|05|5|0|0|0|0|0", "初中|06|0|0|0|0|0|0", "硕士研究生|07|0|0|0|0|0|0", "本科|08|0|0|0|0|0|0",
        "普通高中|09|7|0|0|0|0|0",
      ],
      figures: ["4 专任教师数 小学 40", "4 高于规定学历教师数 小学 36", "4 体育教师数 小学 3", "4 艺术教师数 小学 4"],
      findings: ["other-stage", "empty-stage"]),
    Case(
      what: "one 学段 a sheet: the sheet's name says which", name: "教基4155_初级中学",
      rows: ["专任教师分课程、分学历情况"] + teacherHeading + [
        "合计|01|22|10|2|1|1|0", "硕士研究生|02|1|0|0|0|0|0", "本科|03|8|0|0|0|0|0", "专科|04|13|0|0|0|0|0",
      ],
      figures: ["4 专任教师数 初中 22", "4 高于规定学历教师数 初中 9", "4 体育教师数 初中 2", "4 艺术教师数 初中 1"]),
    Case(
      what: "attached 初中 classes of a 小学 are 初中 whatever the sheet is called", name: "教基3115_小学",
      rows: ["指标名称|代码|毕业生数|在校生数", "甲|乙|1|2", "总计|01|9|80", "#女|02|4|30"], figures: ["4 学生数 初中 80"]),
    Case(
      what: "1102续 is a list of items", name: "教基1102续_九年一贯制学校",
      rows: [
        "学校（机构）其他情况", "项目|编号|内容|单位|备注", "甲|乙|1|丙|丁", "县级及以上骨干教师（小学）|26|8|人|小学",
        "县级及以上骨干教师（初中）|27|5|人|初中", "县级及以上骨干教师（高中）|28|*|人|高中", "安全保卫人员|29|2|人|",
      ],
      figures: ["4 骨干教师数 小学 8", "4 骨干教师数 初中 5"]),
    Case(
      what: "基础基112 is the list of items too, without a 学段 for a 小学", name: "基础基112_小学",
      rows: ["项目|编号|内容|单位", "甲|乙|1|丙", "县级以上骨干教师|26|8|人", "安全保卫人员|29|2|人"], figures: ["4 骨干教师数 小学 8"]),
    Case(
      what: "other numbers are known by the title, and told", name: "基础基311",
      rows: ["小学学生数", "基础基311     ", "指标|编号|毕业生数|在校生数", "甲|乙|1|2", "总  计|1|9|80", "其中：女|2|4|30"],
      figures: ["4 学生数 小学 80"], findings: ["other-number"]),
    Case(
      what: "a number that now means the other 学段 gives way to the title", name: "教基3112",
      rows: ["初中学生数", "指标|编号|在校生数", "甲|乙|1", "总计|1|80"], figures: ["4 学生数 初中 80"], findings: ["other-number"]),
    Case(
      what: "a sheet that is no known table is told", name: "教基9999",
      rows: ["食堂情况", "指标|编号|数量", "甲|乙|1", "总计|1|80"],
      figures: [], findings: ["unknown-statistics"]),
    Case(
      what: "a table of which nothing says the 学段 is told", name: "1102续",
      rows: ["项目|编号|内容|单位", "甲|乙|1|丙", "县级以上骨干教师|26|8|人"], figures: [], findings: ["no-stage"]),
    Case(
      what: "the unit may stand in a column of its own", name: "教基5176",
      rows: [
        "项目|编号|内容|单位", "甲|乙|1|丙", "运动场地面积|1|4095.25|平方米", "教学仪器设备资产值|2|106.6975|万元", "网络多媒体教室|3|10|间",
        "教学用计算机|4|45|台", "图书|5|14105|册",
      ],
      figures: [
        "4 运动场地面积 全校 4095.25", "4 教学仪器设备值 全校 1066975", "4 网络多媒体教室数 全校 10", "4 计算机台数 全校 45",
        "4 图书册数 全校 14105",
      ]),
  ]

  @Test(arguments: cases) func `a layout gives its figures and tells what it leaves out`(_ layout: Case)
    throws
  {
    let book = try read([Sheet(name: layout.name, rows: layout.rows)])
    #expect(figures(book) == layout.figures)
    #expect(book.findings.map(\.code) == layout.findings, "\(book.findings)")
  }

  @Test
  func `letters of columns and numbers of rows are no part of the table, and what is hidden is one line`()
    throws
  {
    let book = try read([
      Sheet(
        name: "教基3112",
        rows: [
          "A|B|C|D|E|F", "1|小学学生数", "2|教基3112", "3||编号|毕业生数|在校生数|", "4||||合计|其中：女", "5|甲|乙|1|2|3",
          "6|总  计|1|100|612|290", "7|其中：女|2|50|290|*",
        ],
        merges: [
          (1...1, 1...5), (2...2, 1...5), (3...3, 4...5), (3...4, 1...1), (3...4, 2...2), (3...4, 3...3),
        ],
        hiddenColumns: [0, 2])
    ])
    #expect(figures(book) == ["4 学生数 小学 612"])
    #expect(book.figures.first?.cells == ["E7"])
    #expect(book.findings.map(\.message) == ["A、C 列是隐藏的，也读取了"])
  }

  private static let wide = [
    "机构名称|机构编码|办学类型|是否计校数|教基3112/在校生数/合计|教基3112/在校生数/#女|教基4155/专任教师/合计"
      + "|教基4155/专任教师/#按学历分/硕士研究生|教基4155/专任教师/#按学历分/本科|教基4155/专任教师/#按学历分/专科"
      + "|教基5176/占地面积及其他办学条件/固定资产总值/教学仪器设备资产值(万元)|教基8888/别的",
    "青禾一小|2199000004|小学|1|455|210|30|1|15|7|106.6975|3", "青禾一小东校区|2199000014|小学|0|45|20|5|0|3|2|10|1",
    "李庄教学点|2199000024|教学点|0|12|6|2|0|1|1|1.5|1", "未知校区|2199000034|小学|0|9|6|2|0|1|1|1.5|1",
    "青禾二小||小学|1|9|6|2|0|1|1|1.5|1", "合计|||2|500|||||||",
  ]

  @Test
  func `tables side by side are read by their numbers, and parts that are no school are added to theirs`()
    throws
  {
    var schools = KnownSchools()
    schools.mains["2199000034"] = "2199000004"
    let book = try read([Sheet(name: "小学", rows: Self.wide)], orgCode: nil, schools: schools)
    let mine = book.figures.filter { $0.orgCode == "2199000004" }
    #expect(
      mine.map { "\($0.element) \(CellValue.decimal($0.value)) \($0.cells.joined(separator: "+"))" } == [
        "学生数 509 E2+E3+E5", "专任教师数 37 G2+G3+G5", "高于规定学历教师数 30 H2+I2+J2+H3+I3+J3+H5+I5+J5",
        "教学仪器设备值 1181975 K2+K3+K5",
      ])
    #expect(Set(book.figures.map(\.orgCode)) == ["2199000004", "2199000024"])
    let told = book.findings.map { "\($0.code) \($0.location.row ?? 0)" }
    #expect(told.contains("added-part 3"))
    #expect(told.contains("own-part 4"))
    #expect(told.contains("added-part 5"))
    #expect(told.contains("no-code 6"))
    #expect(told.contains("unknown-part 0"))
  }

  @Test func `a campus whose main school nobody knows is told and not read`() throws {
    let book = try read([Sheet(name: "小学", rows: Self.wide)], orgCode: nil)
    #expect(!book.figures.contains { $0.orgCode == "2199000034" })
    let told = book.findings.filter { $0.code == "no-main-school" }
    #expect(told.map(\.location.row) == [5])
    #expect(told.first?.message.contains("主校标识码") == true)
  }

  @Test func `the file's schools say where a teaching point belongs`() throws {
    let desk = try Desk(county: true)
    _ = try desk.take(
      "学校标识码,学校名称,学校类别,主管学校标识码\n2199000024,李庄教学点,教学点,2199000004\n", into: .org, named: "学校.csv")
    let known = try desk.file.read { try KnownSchools($0) }
    #expect(known.mains == ["2199000024": "2199000004"])
    let book = try read([Sheet(name: "小学", rows: Self.wide)], orgCode: nil, schools: known)
    #expect(book.figures.first { $0.element == "学生数" }?.value == 512)
    #expect(!book.figures.contains { $0.orgCode == "2199000024" })
  }

  @Test("艺术 that is less than 音乐 and 美术 is no sum of them, and is told; a dash leaves them to be added")
  func art() throws {
    func rows(_ art: String) -> [String] {
      ["小学专任教师分课程、分学历情况|||||", "指标名称|合计|语文|音乐|美术|艺术", "总计|9|5|2|2|\(art)"]
    }
    let less = try read([Sheet(name: "教基4155", rows: rows("0"))])
    #expect(!figures(less).contains { $0.contains("艺术") })
    #expect(less.findings.contains { $0.code == "less-than-parts" }, "\(less.findings)")
    #expect(
      figures(try read([Sheet(name: "教基4155", rows: rows("4"))])).contains { $0.contains("艺术教师数 小学 4") })
    #expect(
      figures(try read([Sheet(name: "教基4155", rows: rows("-"))])).contains { $0.contains("艺术教师数 小学 4") })
  }

  @Test("schools without a code are known by the names that the county's file has, in a list and in a title")
  func names() throws {
    let county = try Desk(county: true)
    _ = try county.take(
      "学校标识码,学校名称,学校类别\n2133000001,第一小学,小学\n2133000002,第二小学,小学\n", into: .org)
    let known = try county.file.read { try KnownSchools($0) }
    let list = [
      "小学学生数（教基3112）|||", "学校名称|毕业生数|招生数|在校生数", "第一小学|88|95|560", "第二小学|80|90|540", "第九小学|8|9|54",
    ]
    let read = try read([Sheet(name: "教基3112", rows: list)], orgCode: nil, schools: known)
    #expect(figures(read) == ["1 学生数 小学 560", "2 学生数 小学 540"], "\(read.findings)")
    #expect(read.findings.contains { $0.message.contains("第九小学") && $0.message.contains("认不出") })
    let one = ["小学学生数（教基3112）|||", "学校名称：第二小学|||", "指标名称|毕业生数|招生数|在校生数", "总计|88|95|560"]
    #expect(
      try figures(self.read([Sheet(name: "教基3112", rows: one)], orgCode: nil, schools: known)) == [
        "2 学生数 小学 560"
      ])
  }

  @Test("tables below each other are each read by their 表号; one that is not read is told")
  func stacked() throws {
    let head = ["指标名称|编号|毕业生数|在校生数", "总计|01|88|560"]
    let both = try read([
      Sheet(
        name: "统计", rows: ["小学学生数", "表号：教基3112"] + head + ["填表人：某某", "初中学生数", "表号：教基3115"] + head)
    ])
    #expect(figures(both) == ["4 学生数 小学 560", "4 学生数 初中 560"], "\(both.findings)")
    // 初中 of the sheet's name is of all its tables.
    let named = try read([
      Sheet(
        name: "初中",
        rows: ["在校生情况", "表号：教基9112"] + head + ["专任教师分课程", "表号：教基4155", "指标名称|编号|体育|合计", "总计|01|3|40"])
    ])
    #expect(figures(named).contains("4 专任教师数 初中 40"), "\(figures(named)) \(named.findings)")
    let strange = try read([
      Sheet(name: "统计", rows: ["小学学生数", "表号：教基3112"] + head + ["校医数", "表号：教基9999"] + head)
    ])
    #expect(figures(strange) == ["4 学生数 小学 560"])
    #expect(strange.findings.contains { $0.code == "unknown-part" && $0.location.row == 5 })
    let untitled = try read([
      Sheet(name: "统计", rows: ["小学学生数", "表号：教基3112"] + head + ["小学班额情况"] + head)
    ])
    #expect(untitled.findings.contains { $0.code == "unknown-part" && $0.value == "小学班额情况" })
  }

  @Test("a column of units beside the rows' names is theirs; 本学年 says nothing more of a figure")
  func unitColumn() throws {
    let book = try read([
      Sheet(
        name: "教基5176",
        rows: [
          "占地面积及其他办学条件", "指标名称|编号|计量单位|本学年", "占地面积|01|平方米|20000", "其中：运动场地面积|02|平方米|7000",
          "图书|03|册|30000", "固定资产总值|07|万元|900.5", "其中：教学仪器设备资产值|08|万元|223.4",
        ])
    ])
    #expect(
      figures(book) == ["4 运动场地面积 全校 7000", "4 教学仪器设备值 全校 2234000", "4 图书册数 全校 30000"], "\(book.findings)")
  }

  @Test("a table without 表号 is known by the sheet's name, and that is told")
  func byName() throws {
    let book = try read([Sheet(name: "小学学生数", rows: ["指标名称|编号|毕业生数|在校生数", "总计|01|88|560"])])
    #expect(figures(book) == ["4 学生数 小学 560"])
    #expect(book.findings.contains { $0.code == "other-number" && $0.message.contains("没有写表号") })
  }

  @Test("tables of two school years are not one year's")
  func years() throws {
    let book = try read([
      Sheet(name: "教基3112", rows: ["小学学生数|2021/2022学年初", "指标名称|毕业生数|在校生数", "总计|88|560"]),
      Sheet(name: "教基3115", rows: ["初中学生数|2022/2023学年初", "指标名称|毕业生数|在校生数", "总计|80|400"]),
    ])
    #expect(book.figures.isEmpty && book.findings.contains { $0.code == "several-years" })
  }
}
