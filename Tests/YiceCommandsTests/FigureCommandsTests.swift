import Foundation
import Testing
import YiceTestSupport

@Suite("explain, as a person asks it")
struct ExplainCommandTests {
  @Test(
    "a school's figure: formula, both parts with who wrote them, threshold, and a query that gives the same sum"
  )
  func segment() throws {
    let county = try FigureCounty()
    try county.asks(
      "explain", "县.db", "r2", "--school", "乙小学",
      says: [
        "乙小学（2199000002）小学　R2 每百名学生拥有县级以上骨干教师数", "依据：教督〔2017〕6号 资源配置（二）",
        "结果：2 ÷ 500 × 100 = 0.4，印为 0.40 人/百人",
        "阈值：≥ 1，未达标，不到 85%", "分母：学生数 = 500 人", "分子：骨干教师数 = 2 人", "测试员", "import，修订", "FROM statement",
      ])
    let answer = try county.object("explain", "县.db", "R6", "--school", "丙学校", "--stage", "初中", "--json")
    #expect(answer.number("value") == 2709.4736842105262)
    #expect(answer.number("threshold") == 2500)
    #expect(answer["met"] as? Bool == true)
    let split = try #require(answer.list("split").first)
    #expect(split.number("amount") == 936_000)
    #expect(split.list("shares").map { $0.number("weight") } == [1, 1.1])
    let term = try #require(answer.list("terms").first?.list("sources").first)
    #expect(term["rows"] is NSNull)
    #expect(term.list("writers").first?["author"] as? String == "测试员")
    // The query that is printed, run by another program.
    if Tools.has("sqlite3") {
      let sql = try #require(term["sql"] as? String)
      let redone = try run(
        "/usr/bin/env", ["sqlite3", "县.db", "SELECT sum(amount) FROM (\(sql))"], in: county.workdir)
      #expect(redone.out.hasPrefix("936000"))
    }
  }

  @Test("--rows lists the rows of the register that were counted")
  func rows() throws {
    let county = try FigureCounty(classes: true)
    try county.asks(
      "explain", "县.db", "R4", "--school", "2199000001", "--rows",
      says: ["班级 2 行，合计 86 人", "2017", "FROM class_roll"])
    let answer = try county.object("explain", "县.db", "R4", "--school", "甲小学", "--rows", "--json")
    let source = try #require(answer.object("pupils").list("sources").first)
    #expect(source["kind"] as? String == "register")
    #expect(source.list("rows").count == 2)
  }

  @Test("a coefficient: each school's term, which add up, and the limit")
  func spread() throws {
    let county = try FigureCounty()
    try county.asks(
      "explain", "县.db", "R2", "--stage", "小学",
      says: ["校际差异系数", "甲小学", "乙小学", "丙学校", "印为 0.384；上限 0.50：达标", "不加权的差异系数"])
    let answer = try county.object("explain", "县.db", "R2", "--stage", "小学", "--json")
    let terms = answer.list("terms")
    let variance = terms.reduce(0) { $0 + ($1.number("term") ?? 0) }
    let mean = try #require(answer.number("mean"))
    #expect(abs(mean - 100.0 * 16 / 1660) < 1e-12)
    #expect(abs(variance.squareRoot() / mean - (answer.number("cv") ?? 0)) < 1e-12)
    // The query that is printed, run by another program.
    if Tools.has("sqlite3") {
      let redone = try run(
        "/usr/bin/env", ["sqlite3", "县.db", try #require(answer["redo"] as? String)], in: county.workdir)
      let parts = redone.out.split(whereSeparator: { $0 == "|" || $0.isNewline }).compactMap { Double($0) }
      #expect(parts.count == 2 && abs(parts[0] - mean) < 1e-9, "\(redone.out)\(redone.err)")
      #expect(abs((parts.last ?? 0).squareRoot() - (answer.number("cv") ?? 0)) < 1e-9)
    }
  }

  @Test("an item: who fails, and which class")
  func item() throws {
    let county = try FigureCounty(classes: true)
    try county.asks(
      "explain", "县.db", "G5", says: ["结论：未达标", "甲小学 小学 1 年级 1 班（2022 年入学）46 人，上限 45 人"])
    let answer = try county.object("explain", "县.db", "g5", "--json")
    #expect(answer["met"] as? Bool == false)
    #expect(answer.list("classes").first?["head_count"] as? Int == 46)
  }

  @Test("what cannot be explained is refused, with what can")
  func refused() throws {
    let county = try FigureCounty()
    try county.asks("explain", "县.db", "R9", status: 64, says: ["没有指标“R9”，可用：R1、R2"])
    try county.asks("explain", "县.db", "R1", "--school", "无名", status: 64, says: ["没有学校“无名”"])
    try county.asks("explain", "县.db", "R1", "--school", "小学", status: 64, says: ["不止一所学校：甲小学"])
    try county.asks("explain", "县.db", "R1", "--stage", "高中", status: 64, says: ["应为小学或初中"])
    try county.asks("explain", "县.db", "R1", "--school", "丁教学点", status: 64, says: ["没有单独计入的学段"])
    try county.asks("explain", "县.db", "R1", "--on", "昨天", status: 64, says: ["日期“昨天”不对"])
    try county.asks("explain", "无.db", "R1", status: 1, says: ["找不到文件"])
    try county.workdir.write("坏.db", "hello")
    try county.asks("explain", "坏.db", "R1", status: 4, says: ["不是一册文件"])
  }
}

@Suite("assess, as a person asks it")
struct AssessCommandTests {
  @Test("without data nothing is met; a conclusion is entered with words, person and date, and then counts")
  func conclusions() throws {
    let county = try FigureCounty(classes: true)
    try county.asks(
      "assess", "县.db",
      says: ["政府保障程度", "教育质量", "社会认可度", "前提条件", "一票否决", "未填：结论“G1”", "资源配置：未达标", "以上各项：未达标"])
    func item(_ id: String) throws -> [String: Any] {
      try #require(
        county.object("assess", "县.db", "--json").list("items").first { $0["id"] as? String == id })
    }
    #expect(try item("G1")["met"] is NSNull)
    try county.does(
      "add", "县.db", "结论", "指标编号=G1", "是否达标=是", "简要结论=布局合理", "填写人=某科", "填写日期=2022-10-01", "佐证材料=规划文本")
    let entered = try item("G1")
    #expect(entered["met"] as? Bool == true)
    #expect(entered.list("details").first?["text"] as? String == "布局合理")
    #expect(entered.list("details").first?["basis"] as? String == "某科，2022-10-01，规划文本")
    let items = try county.object("assess", "县.db", "--json").list("items")
    #expect(items.map { $0["id"] as? String ?? "" }.count == 33)
    let csv = try county.asks("assess", "县.db", "--csv").out
    #expect(csv.split(whereSeparator: \.isNewline).count == 34)
  }

  @Test("a ratio of people some of whose cells are empty says of how many it is known, failing or not")
  func known() throws {
    let county = try FigureCounty()
    var sheet = "学校标识码,教师编号,姓名,任教学段,专任教师,持教师资格证,五年培训学时\n"
    for school in ["2199000001", "2199000002", "2199000003", "3199000001"] {
      for (number, cells) in ["是,360", "否,", "否,0"].enumerated() {
        sheet += "\(school),T\(number),甲,小学,是,\(cells)\n"
      }
    }
    try county.workdir.write("教师.csv", sheet)
    try county.does("import", "县.db", "教师", "教师.csv")
    let said = try county.asks("assess", "县.db").out
    // G12 is known of all; of G9 a third of the people have an empty cell, and it fails whatever they are.
    #expect(said.contains("完成率：分子有 3 人没有填，已知 6 人的"), "\(said)")
    try county.does("set", "县.db", "教师", "--where", "五年培训学时=", "--yes", "五年培训学时=0")
    #expect(!(try county.asks("assess", "县.db").out.contains("完成率：分子有")))
  }

  @Test("a relaxation stands beside the strict verdict until its day")
  func relaxed() throws {
    let county = try FigureCounty()
    let code = "2199000002"
    try county.does(
      "add", "县.db", "放宽认定", "学校标识码=\(code)", "指标编号=R5", "依据=某文", "到期日=2025-12-31")
    try county.does(
      "add", "县.db", "填报值", "学校标识码=\(code)", "学年=2022", "数据项=租借运动场地面积", "数值=500")
    try county.asks(
      "explain", "县.db", "R5", "--school", code, "--on", "2025-12-31",
      says: ["= 11，印为 11.00", "放宽认定：12，达标（依据 某文，到期 2025-12-31；严格结论见上）"])
    let late = try county.asks("explain", "县.db", "R5", "--school", code, "--on", "2026-01-01").out
    #expect(!late.contains("放宽认定"))
    try county.asks("assess", "县.db", "--on", "2025-12-31", says: ["资源配置：未达标（放宽认定后 未达标）"])
  }

  @Test("2012: 85 points and 13 core items, whose names no national document gives")
  func basic() throws {
    let county = try FigureCounty()
    try county.asks(
      "assess", "县.db", "--standard", "basic-2012",
      says: ["N1", "N2", "N3", "W6", "13 项核心指标没有全国统一的名称"])
    for number in 1...4 {
      try county.does(
        "add", "县.db", "结论", "学校或县代码=2199000001", "指标编号=C\(number)", "是否达标=否", "简要结论=缺", "填写人=某科")
    }
    try county.asks(
      "explain", "县.db", "N2", "--standard", "basic-2012", says: ["✗ 甲小学（2199000001）", "结论：未达标"])
    try county.asks("assess", "县.db", "--standard", "无", status: 64, says: ["没有叫“无”的评估标准"])
  }
}

@Suite("gaps and what-if, as a person asks them")
struct GapCommandsTests {
  @Test("gaps in whole units, with the county's totals, and what to do first")
  func gaps() throws {
    let county = try FigureCounty()
    try county.asks(
      "gaps", "县.db",
      says: [
        "乙小学 小学：达标 4 项；先补 R3；最省的补法：R2 +3 人，R3 +2 人，R6 +250000 元（到85%），约 75.00 万元", "全县合计", "示例单价（程序自带，没有文件依据",
      ])
    let answer = try county.object("gaps", "县.db", "--json")
    let gaps = answer.list("gaps")
    #expect(gaps.map { $0["indicator"] as? String } == ["R2", "R3", "R6"])
    #expect(gaps.map { $0.number("to_threshold") } == [3, 2, 400_000])
    #expect(gaps.map { $0.number("to_85") } == [3, 1, 250_000])
    #expect(answer.list("unit_costs").allSatisfy { $0["is_placeholder"] as? Bool == true })
    try county.asks("gaps", "县.db", "--school", "甲小学", says: ["没有缺口"])
    let csv = try county.asks("gaps", "县.db", "--csv").out
    #expect(csv.split(whereSeparator: \.isNewline).count == 4)
    try county.asks("gaps", "县.db", "--stage", "大学", status: 64, says: ["应为小学或初中"])
  }

  @Test("changes are tried and not written: additions, a transfer, a list from a file")
  func changes() throws {
    let county = try FigureCounty()
    try county.asks(
      "whatif", "县.db", "乙小学 骨干教师数、体育教师数 +3", "乙小学 教学仪器设备值 +40万元",
      says: ["试算，文件没有改动。", "0.40     1.00", "1200.00  2000.00", "未达标 → 达标", "小学：综合达标 2/3 所 → 3/3 所"])
    try county.workdir.write("方案.txt", "# 转学生\n甲小学 -> 乙小学 学生数 小学 100\n\n乙小学 体育教师数 +2 # 招两人\n")
    let answer = try county.object("whatif", "县.db", "--changes", "方案.txt", "--json")
    let moved = answer.list("values").filter { $0["indicator"] as? String == "R3" }
    let values: [Double] = moved.compactMap { $0.number("after") }
    let expected: [Double] = [1000.0 / 900, 500.0 / 600]
    #expect(values == expected)
    #expect(answer.list("values").contains { $0["indicator"] as? String == "R2" })
  }

  @Test("a change that cannot be made is refused, with its place")
  func refused() throws {
    let county = try FigureCounty()
    try county.asks("whatif", "县.db", status: 64, says: ["没有写改动，也没有 --plan。"])
    try county.asks("whatif", "县.db", "乙小学 名师数 +3", status: 64, says: ["没有叫“名师数”的数据项，可用："])
    try county.asks("whatif", "县.db", "乙小学 骨干教师数 3", status: 64, says: ["第 1 处改动：请写明 +3、-3 还是 =3。"])
    try county.asks("whatif", "县.db", "乙小学 骨干教师数 +三", status: 64, says: ["不是数量"])
    try county.asks("whatif", "县.db", "小学 骨干教师数 +3", status: 64, says: ["不止一所学校"])
    try county.asks("whatif", "县.db", "丙学校 骨干教师数 +3", status: 1, says: ["请写明“骨干教师数”属于哪个学段"])
    try county.asks("whatif", "县.db", "丁教学点 骨干教师数 +3", status: 1, says: ["不计入"])
    try county.asks("whatif", "县.db", "乙小学 骨干教师数 -3", status: 1, says: ["只有 2，减不了这么多。"])
    try county.workdir.write("方案.txt", "乙小学 骨干教师数 +3\n无名 骨干教师数 +3\n")
    try county.asks("whatif", "县.db", "--changes", "方案.txt", status: 64, says: ["没有学校“无名”"])
    try county.asks("whatif", "县.db", "--changes", "无.txt", status: 1, says: ["无.txt"])
    try county.asks(
      "whatif", "县.db", "乙小学 骨干教师数 +3", "--separate", status: 64, says: ["--separate 只与 --plan 同用。"])
  }

  @Test("the plan hires one person for two indicators, is proven, and makes every school pass")
  func plan() throws {
    let county = try FigureCounty()
    try county.asks(
      "whatif", "县.db", "--plan",
      says: [
        "R2、R3  骨干教师数、体育教师数       2", "合计 550000 元（55.00 万元）", "这是最小值：任何方案都不少于 550000 元。", "示例单价（程序自带，没有文件依据",
        "全县结论：未达标 → 达标",
      ])
    try county.asks("whatif", "县.db", "--plan", "--separate", says: ["合计 750000 元（75.00 万元）", "一名新增教师只计入一项"])
    let answer = try county.object("whatif", "县.db", "--plan", "--json").object("plan")
    #expect(answer.number("cost") == 550_000)
    #expect(answer.number("lower_bound") == 550_000)
    #expect(answer["proven_minimum"] as? Bool == true)
    try county.asks(
      "whatif", "县.db", "--plan", "--standard", "basic-2012", status: 1, says: ["没有逐校“综合达标”的规则，--plan 不适用"])
  }

  @Test("a county's own unit cost takes the placeholder's place, and is said to be its own")
  func unitCosts() throws {
    let county = try FigureCounty()
    try county.does("add", "县.db", "单位成本", "项目=教学仪器设备值", "单价=2", "依据=某招标价")
    try county.does("add", "县.db", "单位成本", "项目=骨干教师数", "单价=80000")
    try county.asks(
      "whatif", "县.db", "--plan",
      says: ["本县单价：骨干教师数 80000 元/人，教学仪器设备值 2 元/元。", "示例单价", "合计 780000 元（78.00 万元）"])
    let answer = try county.object("whatif", "县.db", "--plan", "--json").object("plan")
    let own = answer.list("unit_costs").filter { $0["is_placeholder"] as? Bool == false }
    #expect(own.compactMap { $0["element"] as? String } == ["骨干教师数", "教学仪器设备值"])
    // Two people at the dearer 100,000, one at 80,000, 250,000 元 of equipment at 2.
    #expect(answer.number("cost") == 780_000)
    try county.does("add", "县.db", "单位成本", "项目=骨干教师数x", "单价=-1", status: 1)
  }
}

@Suite("status, series and years, as a person asks them")
struct YearCommandsTests {
  @Test("one screen: passing, failing by name, coefficients, what is missing")
  func status() throws {
    let county = try FigureCounty(classes: true)
    try county.asks(
      "status", "县.db", "--on", "2022-12-01",
      says: ["小学：综合达标 2/3 所", "未达标：乙小学（R2、R3、R6）", "R2 ", "超标准班 1 个", "整改未销号 0 条，逾期 0 条", "全县结论：未达标"])
    let answer = try county.object("status", "县.db", "--json")
    #expect(answer["figures"] is [String: Any])
    #expect((answer["figures"] as? [String: Any])?["school_plans"] is [String: Any])
    try county.asks("status", "县.db", "--year", "abcd", status: 64)
    try county.asks("status", "无.db", status: 1, says: ["找不到文件"])
  }

  @Test("a county without schools has one blank line where its stages would stand")
  func empty() throws {
    let workdir = Workdir()
    let made = try run(
      yicePath, ["new", "县.db", "--role", "county", "--org", "990101", "--name", "某县", "--year", "2022"],
      in: workdir)
    #expect(made.status == 0, "\(made.err)")
    let status = try run(yicePath, ["status", "县.db"], in: workdir)
    #expect(status.out.contains("\n\n学校 0 所"), "\(status.out)")
    #expect(!status.out.contains("\n\n\n"))
  }

  @Test(
    "a new year: tried first, then opened; classes rise, the last grade stays behind, all is 待确认; again: nothing new"
  )
  func open() throws {
    let county = try FigureCounty(classes: true)
    try county.asks("year", "open", "县.db", "2023", "--dry-run", says: ["毕业班 1 个", "试运行，没有写入。"])
    let tried = try county.asks("year", "open", "县.db", "2023", "--dry-run", "--csv").out
    #expect(tried.split(whereSeparator: \.isNewline).dropFirst() == ["班级,1,0", "填报值,45,0"])
    #expect(try county.does("year", "open", "县.db", "2023", "--csv").out == tried)
    let classes = try county.does("list", "县.db", "班级", "--where", "学年=2023", "--csv").out
    let lines = classes.split(whereSeparator: \.isNewline)
    #expect(lines.count == 2)
    #expect(lines.last?.contains("2022") == true && lines.last?.contains("46") == true)
    try county.does("check", "县.db", "--year", "2023", says: ["待确认"])
    let again = try county.does("year", "open", "县.db", "2023", "--csv").out
    #expect(again.contains("班级,0,1"))
    try county.asks(
      "year", "open", "县.db", "2021", "--from", "2022", status: 64, says: ["--from 2022 应早于 2021"])
    try county.asks("year", "open", "县.db", "去年", status: 64)
    try county.does("undo", "县.db", says: ["开启 2023 学年"])
    let left = try county.does("list", "县.db", "班级", "--where", "学年=2023", "--csv").out
    #expect(left.split(whereSeparator: \.isNewline).count == 1)
  }

  @Test("a series has each year with its change; one indicator, one school")
  func series() throws {
    let county = try FigureCounty()
    try county.does("year", "open", "县.db", "2023")
    try county.does("set", "县.db", "填报值", "2199000002/2023/骨干教师数/小学/", "数值=5")
    let csv = try county.asks("series", "县.db", "R2", "--stage", "小学", "--csv").out
    #expect(csv.split(whereSeparator: \.isNewline).count == 3)
    let rows = try #require(
      try json(try county.asks("series", "县.db", "R2", "--school", "乙小学", "--json").out) as? [[String: Any]])
    #expect(rows.compactMap { $0["value"] as? Double } == [0.4, 1.0])
    try county.asks("series", "县.db", "R2", "--school", "无名", status: 64, says: ["没有学校“无名”"])
  }

  @Test("check ends with 2 where there are errors, and names the row")
  func check() throws {
    let county = try FigureCounty()
    try county.asks("check", "县.db", says: ["错误 0 条"])
    try county.does("add", "县.db", "填报值", "学校标识码=2199000001", "学年=2022", "数据项=专任教师数", "学段=小学", "数值=50")
    let result = try county.does("check", "县.db", "--json", status: 2)
    let findings = try #require(try json(result.out) as? [[String: Any]])
    #expect(findings.contains { $0["severity"] as? String == "error" && "\($0)".contains("2199000001") })
  }
}

@Suite("report --since, as a person asks it")
struct ReportSinceTests {
  private func changes(_ county: FigureCounty, _ name: String = "乙.html") throws -> String {
    let page = String(decoding: try county.workdir.bytes(name), as: UTF8.self)
    return page.components(separatedBy: "<section id=\"changes\">").last?.components(
      separatedBy: "</section>")[0] ?? ""
  }

  @Test(
    "a page written over the last one tells what changed since; a day, a revision, an older copy and page do too"
  )
  func since() throws {
    let county = try FigureCounty()
    let report = ["report", "县.db", "--school", "乙小学", "--today", "2022-12-01"]
    #expect(try county.yice(report + ["-o", "乙.html"]).status == 0)
    #expect(try changes(county).contains("没有上次的报告可比，从建立文件算起"))
    try county.workdir.write("上次.html", String(decoding: try county.workdir.bytes("乙.html"), as: UTF8.self))
    try county.workdir.write("旧.db", try county.workdir.bytes("县.db"))
    let log = try #require(try json(try county.does("log", "县.db", "--json").out) as? [[String: Any]])
    let revision = try #require(log.first?["revision"])
    try county.does("set", "县.db", "填报值", "2199000002/2022/骨干教师数/小学/", "数值=6")
    try county.does("set", "县.db", "填报值", "2199000001/2022/骨干教师数/小学/", "数值=13")
    #expect(try county.yice(report + ["-o", "乙.html"]).status == 0)
    let told = try changes(county)
    #expect(told.contains("从 上次报告（含到 ") && told.contains("数值：2 → <b>6</b>"))
    #expect(!told.contains("<b>13</b>"))
    for since in ["上次.html", "旧.db", "\(revision)"] {
      #expect(try county.yice(report + ["-o", "x.html", "--since", since]).status == 0)
      #expect(try changes(county, "x.html").contains("数值：2 → <b>6</b>"), "\(since)")
    }
    #expect(try county.yice(report + ["-o", "x.html", "--since", "2100-01-01"]).status == 0)
    #expect(try changes(county, "x.html").contains("没有变化。"))
  }

  @Test("what cannot be measured from is refused, and no page is written")
  func refused() throws {
    let county = try FigureCounty()
    try county.workdir.write("坏.db", "hello")
    try county.workdir.write("别的.html", "<html></html>")
    try county.does("new", "别县.db", "--role", "county", "--org", "990102", "--name", "别县", "--year", "2022")
    let report = ["report", "县.db", "--school", "乙小学", "-o", "x.html", "--since"]
    for (since, status, words) in [
      ("昨天", 64, "不是日期"), ("12", 1, "没有修订 12"), ("坏.db", 4, "不是一册文件"), ("别的.html", 1, "不是这所学校的报告网页"),
      ("别县.db", 1, "没有一次共同的修订"),
    ] as [(String, Int32, String)] {
      let result = try county.yice(report + [since])
      #expect(result.status == status && result.err.contains(words), "\(since): \(result.err)")
    }
    try county.asks(
      "report", "县.db", "-o", "x.html", "--since", "2022-10-01", status: 1, says: ["--since 用于学校的报告"])
    try county.asks(
      "report", "县.db", "-o", "x.docx", "--self-evaluation", "--since", "2022-10-01", status: 64,
      says: ["不用于自评报告"])
    #expect((try? county.workdir.bytes("x.html")) == nil)
  }
}
