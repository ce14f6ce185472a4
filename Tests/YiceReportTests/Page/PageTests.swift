import Foundation
import GRDB
import Testing
import YiceStore
import YiceTestSupport

@testable import YiceReport

@Suite("pages")
struct PageTests {
  @Test("the county's page begins with its verdict and what is missing")
  func verdict() throws {
    let page = try ReportTown().page()
    #expect(page.contains("✗ 资源配置未达标"))
    #expect(page.contains("还差：小学 1 所学校未综合达标。"))
    #expect(page.contains("县级以上骨干教师数 0.59</a>＜1"))
    #expect(page.contains("<b>3<small>/4 所</small></b><span>小学综合达标</span>"))
    let top = try #require(page.range(of: "✗ 资源配置未达标"))
    let heat = try #require(page.range(of: "class=\"heat\""))
    #expect(top.lowerBound < heat.lowerBound)
  }

  @Test("every link leads somewhere on the page, and no name is given twice")
  func links() throws {
    let town = try ReportTown(years: [2021, 2022])
    try town.fill { "某\($0.label)" }
    for options in [
      ReportOptions(), ReportOptions(school: ReportTown.code(0)),
    ] {
      let page = try town.page(options)
      let names = page.values(of: "id")
      #expect(Set(names).count == names.count)
      let targets = page.values(of: "href")
      #expect(!targets.isEmpty)
      for target in Set(targets) {
        #expect(target.hasPrefix("#") && names.contains(String(target.dropFirst())))
      }
    }
  }

  @Test(
    "rows that count nowhere are listed with the command that mends them, on the county's page and the school's"
  )
  func uncounted() throws {
    let town = try ReportTown()
    #expect(try !town.page().contains("id=\"uncounted\""))
    try town.sql(
      "INSERT INTO teacher (org_code, school_year, teacher_no, name, stage) VALUES (?, 2022, '1', '某', '小学')",
      [ReportTown.code(1)])
    let today = "2023-03-01"
    for school in [nil, ReportTown.code(1)] {
      let page = try town.page(ReportOptions(school: school), on: today)
      #expect(page.contains("href=\"#uncounted\""))
      #expect(page.contains("专任教师没有填") && page.contains("yice set 文件 教师 --where 专任教师= 专任教师=是"))
    }
    #expect(try !town.page(ReportOptions(school: ReportTown.code(0)), on: today).contains("未计入的行"))
  }

  @Test("each value of the heat table links to its numerator, denominator and source")
  func explanation() throws {
    let page = try ReportTown().page()
    #expect(page.contains("data-v=\"0.5882\"><a href=\"#x0-1-1\">0.59 ✗</a>"))
    #expect(
      page.contains(
        "<tr id=\"x0-1-1\"><th scope=\"row\">R2 每百名学生拥有县级以上骨干教师数</th><td>骨干教师数 2 ÷ 学生 340 × 100</td>"))
    #expect(page.contains("（教学及辅助用房面积 1700－室内体育用房面积 68） ÷ 学生 340"))
    #expect(page.contains("填报值"))
  }

  @Test(
    "each number of a school's page has its rows, who wrote them and when, and the split; a redacted one no names"
  )
  func sources() throws {
    let town = try ReportTown()
    try town.sql(
      "INSERT INTO revision (id, org_code, at, role, author, tool, action) VALUES (7, ?, '2022-10-01T02:00:00.000Z', 'school', '甄姓名', 'x', 'import')",
      [ReportTown.code(1)])
    try town.sql("UPDATE statement SET rev = 7 WHERE org_code = ?", [ReportTown.code(1)])
    let options = ReportOptions(school: ReportTown.code(1))
    let page = try town.page(options)
    let row = try #require(
      page.components(separatedBy: "<tr id=\"x0-1-1\">").last?.components(separatedBy: "<tr id=")[0])
    #expect(row.contains("<li>分母 学生数 <b>340 人</b>：填报值 1 行，合计 340 人；甄姓名 2022-10-01"))
    #expect(row.contains("<li>分子 骨干教师数 <b>2 人</b>：填报值 1 行，合计 2 人"))
    #expect(row.contains("写入（修订 7）") && row.contains("依据：教督〔2017〕6号 资源配置（二）"))
    #expect(page.components(of: "<tr class=\"src\">") == 7)
    // Every number of the bullet charts leads to such a row.
    for target in page.values(of: "href") where target.hasPrefix("#x0-1-") {
      #expect(page.contains("<tr id=\"\(target.dropFirst())\">"))
    }
    var redacted = options
    redacted.isRedacted = true
    #expect(!(try town.page(redacted)).contains("甄姓名"))
    #expect(try town.page().components(of: "<tr class=\"src\">") == 0)
  }

  @Test("a relaxation in force stands beside the strict verdict, until it expires")
  func relaxed() throws {
    let town = try ReportTown()
    try town.sql(
      "UPDATE statement SET value = 2000 WHERE org_code = ? AND element = '运动场地面积'", [ReportTown.code(0)])
    try town.sql(
      "INSERT INTO statement (org_code, school_year, element, value) VALUES (?, 2022, '租借运动场地面积', 400)",
      [ReportTown.code(0)])
    try town.sql(
      "INSERT INTO relaxation (org_code, item, basis, expires_on) VALUES (?, 'R5', '某文', '2023-06-30')",
      [ReportTown.code(0)])
    #expect(try town.page().contains("放宽认定后 8.20 ✓ 达标（依据 某文，到期 2023-06-30）"))
    #expect(!(try town.page(on: "2023-07-01")).contains("放宽认定"))
  }

  @Test("the county's page says of every other item whether it is met, by whom it fails, and what is 未填")
  func items() throws {
    let town = try ReportTown(years: [2021, 2022])
    try town.sql(
      "INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, grade, head_count) VALUES (?, 2022, '小学', 2022, 1, 1, 46)",
      [ReportTown.code(0)])
    try town.sql(
      "INSERT INTO room (org_code, school_year, room_no, category, purpose, floor_area) VALUES (?, 2022, 'F1', '专用教室', '音乐教室', 80)",
      [ReportTown.code(0)])
    try town.sql(
      "INSERT INTO conclusion (org_code, school_year, item, met, conclusion) VALUES (?, 2022, 'G1', 1, '布局合理')",
      [ReportTown.county])
    let page = try town.page()
    #expect(page.contains("33 项中达标 3 项，未达标 2 项，未填 28 项；没有数据的不算达标。"))
    #expect(page.contains("第0小学 小学 1 年级 1 班 46 人"))
    #expect(page.contains("第0小学 音乐 实有 0（另有 1 间面积不够），要求 1"))
    #expect(page.contains("布局合理"))
    #expect(page.contains("<b>2<small>/33 项</small></b><span>政府保障等各项未达标，未填 28 项</span>"))
    // A school's page has its own figures, and not the county's items.
    #expect(!(try town.page(ReportOptions(school: ReportTown.code(0)))).contains("id=\"items\""))
  }

  @Test("class sizes are measured by the county's own limits")
  func sizes() throws {
    let town = try ReportTown()
    try town.sql(
      "INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, head_count) VALUES (?, 2022, '小学', 2022, 1, 44)",
      [ReportTown.code(0)])
    let options = ReportOptions(school: ReportTown.code(0))
    #expect(try town.page(options).contains("<span class=\"m-met v\">✓</span>"))
    try town.sql(
      "INSERT INTO threshold (org_code, profile, indicator, stage, value, basis) VALUES (?, 'sizes', 'class_limit', '小学', 40, '某文')",
      [ReportTown.county])
    #expect(try town.page(options).contains("△ 超标准"))
    #expect(try town.page().contains("小学＞40、初中＞50"))
  }

  @Test("pages ask for nothing: no address, no picture, one script")
  func selfContained() throws {
    let town = try ReportTown(years: [2021, 2022])
    try town.fill { _ in "某" }
    for page in [try town.page(), try town.page(ReportOptions(school: "第1小学"))] {
      for word in ["http:", "https:", " //", "url(", "@import", "<img", "<link", "<iframe", " src="] {
        #expect(!page.contains(word), "\(word)")
      }
      #expect(page.components(of: "<script") == 1)
      #expect(page.contains("sha256-\(PageScript.sha256)"))
    }
  }

  @Test("text of the file is escaped wherever it stands", arguments: [false, true])
  func hostileText(_ isRedacted: Bool) throws {
    let town = try ReportTown(years: [2021, 2022])
    try town.fill { _ in hostile }
    try town.sql("UPDATE org SET name = ?1, short_name = ?1", [hostile])
    try town.sql("UPDATE revision SET author = ?1, note = ?1", [hostile])
    try town.sql("UPDATE file_info SET value = ? WHERE key = 'org_name'", [hostile])
    for school in [nil, ReportTown.code(0)] {
      let page = try town.page(ReportOptions(isRedacted: isRedacted, school: school))
      #expect(page.components(of: "<script") == 1)
      #expect(page.components(of: "</style>") == 1)
      #expect(!page.contains("<img"))
      #expect(!page.contains("'alert") && !page.contains("\" onload"))
      #expect(!page.contains("\u{202E}"))
      #expect(page.contains("&lt;script&gt;"))
    }
  }

  @Test("a redacted page holds nothing personal, also where a name is written elsewhere")
  func redaction() throws {
    let town = try ReportTown()
    try town.fill { $0.sensitive ? "甲乙\($0.name)" : "见甲乙leader等" }
    try town.sql("UPDATE org SET name = '第0小学', short_name = NULL WHERE org_code = ?", [ReportTown.code(0)])
    try town.sql("UPDATE revision SET note = '甄姓名改了电话'")
    for school in [nil, ReportTown.code(0)] {
      let open = try town.page(ReportOptions(school: school))
      #expect(open.contains("甲乙"))
      let redacted = try town.page(ReportOptions(isRedacted: true, school: school))
      #expect(!redacted.contains("甲乙"))
      #expect(!redacted.contains("甄姓名"))
      #expect(redacted.contains("已隐去个人信息"))
    }
  }

  @Test("names are masked where they stand, the longest first")
  func mask() {
    let mask = NameMask(["王芳", "欧阳娜娜、李强", "王"])
    #expect(mask("由王芳和欧阳娜娜办理，王校长知悉。") == "由某某和某某办理，王校长知悉。")
    #expect(NameMask()("由王芳办理") == "由王芳办理")
  }

  @Test("every plot has a table behind it")
  func tables() throws {
    let town = try ReportTown(years: [2021, 2022])
    try town.fill { _ in "某" }
    let page = try town.page()
    for figure in page.components(separatedBy: "<figure>").dropFirst() {
      let body = figure.components(separatedBy: "</figure>")[0]
      #expect(body.contains("<svg") && body.contains("<table"))
    }
    #expect(page.contains("综合达标学校"))
  }

  @Test("a school's page has its profile, ledger, classes, rectification, opinions and changes")
  func school() throws {
    let town = try ReportTown()
    try town.fill { "某\($0.label)" }
    let page = try town.page(ReportOptions(school: ReportTown.code(0)))
    for words in ["一校一册", "某乡镇", "某项目", "某问题描述", "某审核人", "某答复", "全县平均", "修改记录", "2022 目标"] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(!page.contains("第3小学"))
  }

  @Test("an empty file still has a page")
  func empty() throws {
    let page = try ReportTown(schools: 0).page()
    #expect(page.contains("没有可以评估的学校"))
  }

  @Test("a school that is not there, or there twice, is said")
  func refusals() throws {
    let town = try ReportTown()
    #expect(throws: SchoolDirectory.Problem.notFound("无名")) { try town.page(ReportOptions(school: "无名")) }
    try town.sql("UPDATE org SET short_name = '小学' WHERE kind = '小学'")
    #expect(throws: SchoolDirectory.Problem.self) { try town.page(ReportOptions(school: "小学")) }
  }
}
