import Foundation
import Testing
import YiceTestSupport

/// What programmes ask for, from the bureau's list to the school and back, through a merge and a new school year.
struct DemandWalkTests {
  private let workdir = Workdir()

  private func yice(_ arguments: String..., status: Int32 = 0) throws -> String {
    let result = try run(yicePath, arguments, in: workdir)
    #expect(result.status == status, "\(arguments): \(result.err)")
    return result.out
  }

  private func take(_ file: String, _ table: String, _ text: String) throws {
    try workdir.write("表.csv", text)
    _ = try yice("import", file, table, "表.csv")
  }

  /// Rows of a form, by the English names of its columns.
  private func form(_ file: String, _ name: String, _ more: String...) throws -> [[String: Any]] {
    let result = try run(yicePath, ["form", file, name, "--json"] + more, in: workdir)
    #expect(result.status == 0, "\(name): \(result.err)")
    return try JSONSerialization.jsonObject(with: Data(result.out.utf8)) as? [[String: Any]] ?? []
  }

  @Test(
    "the bureau asks, the school answers, the county sums up; a merge again and a new year change nothing of it"
  )
  func walk() throws {
    _ = try yice("new", "县.db", "--role", "county", "--org", "990101", "--name", "某县", "--year", "2022")
    try take("县.db", "学校机构", "学校标识码,学校名称,学校类别,乡镇,所在县代码\n2199000001,第一小学,小学,甲镇,990101\n")
    try take("县.db", "定期检查", "检查项目,次数,周期\n学籍普查,2,学年\n")
    try take("县.db", "核心指标", "指标编号,指标名称\nC1,安全\nC2,师资\n")
    try take("县.db", "乡镇", "乡镇,年度,常住人口\n甲镇,2022,1000\n")
    try take("县.db", "规划目标", "目标名称,年度,指标编号,方向,目标值,单位\n年内达标学校,2022,综合达标学校,不低于,1,所\n")
    try take("县.db", "任务", "编号,年度,序号,阶段,任务,时限\nX1,2022,1,整体推进,配齐教室,年内\n")
    try take("县.db", "政策", "编号,序号,名称\nP1,1,控辍保学制度\n")
    _ = try yice("issue", "县.db", "--to", "下发")
    let sent = try #require(
      try FileManager.default.contentsOfDirectory(atPath: workdir.file("下发")).first { $0.hasSuffix(".db") })
    _ = try yice("start", "下发/" + sent, "-o", "校.db")
    #expect(
      try form("校.db", "定期检查登记").first?["result"] as? String == "未查",
      "what is asked for came with the bureau's file")
    #expect(try form("校.db", "核心指标").count == 2)

    try take("校.db", "定期检查结果", "检查项目,检查日期,检查情况\n学籍普查,2022-09-20,落实\n")
    try take("校.db", "核心指标填报", "指标编号,是否达标\nC1,是\nC2,否\n")
    try take("校.db", "交流支教", "编号,教师编号,姓名,类型,骨干教师,接收学校,开始日期,结束日期\nJ1,T1,甲,支教,是,某村小,2022-09-01,2024年7月\n")
    try take("校.db", "建设项目", "编号,项目名称,建设类型,新增学位,计划投资,计划完成\nX1,教学楼,扩建,90,300万元,2023年8月底\n")
    try take("校.db", "班级", "年级,班号,班级人数\n1,1,50\n2,1,45\n")
    try take("校.db", "用房", "用房编号,用房类别,建筑面积\nA1,教室,66\n")
    _ = try yice("pack", "校.db", "-o", "收到/")
    let mail = try FileManager.default.contentsOfDirectory(atPath: workdir.file("收到")).map { "收到/" + $0 }
    for _ in 1...2 { _ = try yice("merge", "县.db", mail[0]) }

    #expect(try form("县.db", "定期检查").first?["yes"] as? Double == 1)
    #expect(try form("县.db", "核心指标汇总").map { $0["unmet"] as? Double } == [0, 1])
    #expect(try form("县.db", "交流支教", "--today", "2024-07-01").first?["standing"] as? String == "即将期满")
    #expect(try form("县.db", "建设项目").first?["due"] as? String == "2023年8月底")
    let places = try form("县.db", "千人学位")
    // Two classes of 45 for 1000 residents, and 90 more from the autumn of 2023.
    #expect(
      places.filter { $0["town"] as? String == "甲镇" && $0["stage"] as? String == "小学" }.map {
        $0["places"] as? Double
      } == [90, 180, 180, 180])
    let plan = try form("县.db", "一校一策", "--school", "第一小学", "--today", "2023-09-01")
    #expect(
      plan.contains { $0["kind"] as? String == "建设项目" && ($0["state"] as? String)?.contains("逾期") == true })
    #expect(
      plan.contains { $0["kind"] as? String == "差距" }, "what the school lacks stands before what is done")
    let list = try form("县.db", "一校一策汇总", "--today", "2023-09-01")
    #expect(list.count == 1 && list[0]["standing"] as? String == "有逾期" && list[0]["money"] as? Double == 300)
    let status = try yice("status", "县.db", "--on", "2023-09-01")
    for word in ["学籍普查", "支教", "建设项目", "核心指标", "千人学位 小学"] { #expect(status.contains(word), "\(word)") }

    _ = try yice("report", "县.db", "-o", "页.html", "--redact")
    let page = String(decoding: try workdir.bytes("页.html"), as: UTF8.self)
    #expect(
      page.contains("方案各项要求") && page.contains("千人学位 小学")
        && page.contains("教师交流轮岗、支教台账") && page.contains("<summary>规划目标完成情况表（1 行）</summary>")
        && page.contains("<summary>千人学位数核算和预测表（") && page.contains("任务　2022年 整体推进")
        && page.contains("政策　政策（制度）清单") && page.contains("规划　一校一策") && !page.contains(">甲<"),
      "a redacted page has no names")
    _ = try yice("issue", "县.db", "--to", "工作簿", "--workbook")
    let book = try #require(try FileManager.default.contentsOfDirectory(atPath: workdir.file("工作簿")).first)
    let sheets = try yice("sheets", "工作簿/" + book)
    #expect(
      sheets.contains("定期检查结果") && sheets.contains("核心指标填报") && !sheets.contains("实验"),
      "sheets for what is asked")

    _ = try yice("year", "open", "县.db", "2023")
    #expect(
      try form("县.db", "交流支教", "--today", "2023-09-02").first?["standing"] as? String == "在岗",
      "a stay goes on over the year")
    #expect(try form("县.db", "定期检查").first?["times"] as? Double == 0, "checks begin anew")
    #expect(try form("县.db", "定期检查", "--year", "2022").first?["times"] as? Double == 1)
    #expect(try form("县.db", "核心指标汇总").map { $0["unknown"] as? Double } == [1, 1])
  }
}
