import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards

/// Each rule of `check` on the smallest file that breaks it, and on a file that breaks none.
@Suite("the rules of check")
struct CheckRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    /// Run after a county of one complete school, 2100000001.
    let sql: String
    /// What the message must name.
    let names: String
    let profile: String
    var testDescription: String { rule }

    init(_ rule: String, _ names: String, _ sql: String, profile: String = "national-2017") {
      self.profile = profile
      self.rule = rule
      self.names = names
      self.sql = sql
    }
  }

  private static let school = "2100000001"
  private static let roll =
    "INSERT INTO class_roll (org_code, school_year, stage, entry_year, class_no, head_count"
  private static let teacher =
    "INSERT INTO teacher (org_code, school_year, teacher_no, name, stage, full_time"
  private static let room =
    "INSERT INTO room (org_code, school_year, room_no, category, name, purpose, floor_area"
  private static let equipment =
    "INSERT INTO equipment (org_code, school_year, item_no, name, category, value"
  private static let task = "INSERT INTO task (org_code, id, seq, task, starts_on, due_on"
  private static let statement = "INSERT INTO statement (org_code, school_year, element, stage, value)"

  static let cases: [Case] = [
    Case(
      "campus-unknown", "东校区",
      "INSERT INTO ground (org_code, school_year, ground_no, campus, category, area) "
        + "VALUES ('\(school)', 2022, '1', '东校区', '运动场地', 1)"),
    Case("class-empty", "2021 年入学 5 班", "\(roll)) VALUES ('\(school)', 2022, '小学', 2021, 5, 0)"),
    Case(
      "class-grade", "应是 2 年级", "\(roll), grade) VALUES ('\(school)', 2022, '小学', 2021, 5, 40, 3)"),
    Case(
      "class-oversized", "46 人，已超过 45 人", "\(roll)) VALUES ('\(school)', 2022, '小学', 2021, 5, 46)"),
    Case("class-parts", "男生 41 人", "\(roll), boys) VALUES ('\(school)', 2022, '小学', 2021, 5, 40, 41)"),
    Case(
      "class-struck", "现在 46 人",
      "\(roll)) VALUES ('\(school)', 2022, '小学', 2021, 5, 46); "
        + "INSERT INTO oversized_class (org_code, stage, entry_year, class_no, filed_count, filed_on, level, state) "
        + "VALUES ('\(school)', '小学', 2021, 5, 50, '2021-09-01', '超标准', '已销号')"),
    Case(
      "class-stage", "小学到 6 年级为止", "\(roll), grade) VALUES ('\(school)', 2022, '小学', 2016, 5, 40, 7)"),
    Case("class-unlikely", "101 人", "\(roll)) VALUES ('\(school)', 2022, '小学', 2021, 5, 101)"),
    Case(
      "classes-differ", "填报 2，班级册有 1 个班", "\(statement) VALUES ('\(school)', 2022, '班级数', '小学', 2)"),
    Case(
      "conclusion-unsigned", "填写人和填写日期",
      "INSERT INTO conclusion (org_code, school_year, item, met, conclusion) "
        + "VALUES ('\(school)', 2022, 'Q3', 1, '有')"),
    Case(
      "finance-parts", "教师培训经费 9 元",
      "INSERT INTO finance (org_code, fiscal_year, item, amount) VALUES "
        + "('\(school)', 2022, '公用经费预算', 8), ('\(school)', 2022, '教师培训经费', 9)"),
    Case(
      "org-code", "前两位 31",
      "INSERT INTO org (org_code, name, kind) VALUES ('3100000009', '乙', '小学')"),
    Case("org-unknown", "2199999999", "\(roll)) VALUES ('2199999999', 2022, '小学', 2021, 5, 40)"),
    Case(
      "orphan-goal", "年度目标 g",
      "INSERT INTO standardization_goal (org_code, item_id, year) VALUES ('\(school)', 'g', 2023)"),
    Case(
      "orphan-progress", "整改编号 x",
      "INSERT INTO rectification_progress (org_code, id, rectification_id, reported_on, progress) "
        + "VALUES ('\(school)', 'p', 'x', '2022-10-01', '…')"),
    Case(
      "orphan-recount", "2021 年入学 5 班",
      "INSERT INTO oversized_recount (org_code, stage, entry_year, class_no, counted_on, head_count) "
        + "VALUES ('\(school)', '小学', 2021, 5, '2022-10-01', 40)"),
    Case(
      "orphan-reply", "意见 x",
      "INSERT INTO opinion_reply (org_code, id, opinion_id, text, replied_on) "
        + "VALUES ('\(school)', 'r', 'x', '…', '2022-10-01')"),
    Case(
      "pending-rows", "“场地”有 1 行",
      "INSERT INTO ground (org_code, school_year, ground_no, category, area, pending) "
        + "VALUES ('\(school)', 2022, '1', '运动场地', 1, 1)"),
    Case(
      "points-parts", "3 个，多于小学教学点 2 个",
      "\(statement) VALUES ('\(school)', 2022, '小学教学点数', '', 2), ('\(school)', 2022, '50人及以上教学点数', '', 3)"),
    Case("pupils-differ", "填报 999", "\(statement) VALUES ('\(school)', 2022, '学生数', '小学', 999)"),
    Case(
      "ratio-parts", "填报 9，多于“优质高中招生计划数”8",
      "\(statement) VALUES ('\(school)', 2022, '优质高中招生计划数', '', 8), ('\(school)', 2022, '优质高中分配名额数', '', 9)"),
    Case(
      "room-area", "使用面积 60",
      "\(room), usable_area) VALUES ('\(school)', 2022, '1', '教室', '甲', '普通教室', 50, 60)"),
    Case(
      "equipment-product", "1 项设备的金额比 数量×单价 多，共多 100 元（如 E1）",
      "\(equipment), quantity, unit_price) VALUES ('\(school)', 2022, 'E1', '钢琴', '教学仪器设备', 1100, 2, 500), "
        + "('\(school)', 2022, 'E2', '电脑', '计算机', 1000, 2, 500)"),
    Case(
      "equipment-scrapped", "1 项设备（300 元）的使用状况写着报废",
      "\(equipment), condition) VALUES ('\(school)', 2022, 'E1', '投影仪', '教学仪器设备', 300, '待报废'), "
        + "('\(school)', 2022, 'E2', '书架', '其他设备', 300, '待报废')"),
    Case(
      "ground-unmarked", "1 处场地（500 ㎡）",
      "INSERT INTO ground (org_code, school_year, ground_no, category, area, name, leased) VALUES "
        + "('\(school)', 2022, 'G1', '运动场地', 500, '租用的篮球场', NULL), "
        + "('\(school)', 2022, 'G2', '运动场地', 500, '租用的足球场', 1)"),
    Case(
      "room-campuses", "可能多算 80 ㎡（如 1 和 2）",
      "INSERT INTO campus (org_code, campus) VALUES ('\(school)', '东'), ('\(school)', '西'); "
        + "\(room), campus) VALUES ('\(school)', 2022, '1', '专用教室', '钢琴房', '音乐教室', 80, '东'), "
        + "('\(school)', 2022, '2', '专用教室', '钢琴房', '音乐教室', 80, '西'), "
        + "('\(school)', 2022, '3', '教室', '普通教室', '普通教室', 60, '东'), "
        + "('\(school)', 2022, '4', '教室', '普通教室', '普通教室', 60, '西')"),
    Case(
      "room-double", "1 与 2",
      "\(room)) VALUES ('\(school)', 2022, '1', '教室', '甲', '普通教室', 50), "
        + "('\(school)', 2022, '2', '教室', '甲', '普通教室', 50)"),
    Case(
      "room-purpose", "音乐教室 1", "\(room)) VALUES ('\(school)', 2022, '1', '专用教室', '甲', '音乐教室', NULL)"),
    Case(
      "rooms-total", "室内体育用房面积 9000 ㎡",
      "UPDATE statement SET value = 9000 WHERE element = '室内体育用房面积'"),
    Case(
      "statement-differs", "填报 60，登记册算得 0",
      "\(teacher), education) VALUES ('\(school)', 2022, '1', '某', '小学', 1, '高中阶段')"),
    Case("statement-negative", "-1", "\(statement) VALUES ('\(school)', 2022, '图书册数', '', -1)"),
    Case("statement-parts", "多于“专任教师数”19", "\(statement) VALUES ('\(school)', 2022, '专任教师数', '小学', 19)"),
    Case(
      "statement-unread", "“高于规定学历教师数”小学填报 60，可是学校建了登记册",
      "\(teacher)) VALUES ('\(school)', 2022, '1', '某', '小学', NULL)"),
    Case(
      "survey-parts", "满意 9",
      "INSERT INTO survey (org_code, school_year, respondent, method, total, valid, satisfied) "
        + "VALUES ('\(school)', 2022, '家长', '问卷', 10, 8, 9)"),
    Case(
      "teacher-education", "专任教师 1 人，填了学历的合计 0 人", "\(teacher)) VALUES ('\(school)', 2022, '1', '某', '小学', 1)"
    ),
    Case(
      "teacher-full-time", "教师 1（县级骨干）",
      "\(teacher), backbone) VALUES ('\(school)', 2022, '1', '某', '小学', 0, '县级')"),
    Case(
      "teacher-rotation", "教师 1",
      "\(teacher), rotated) VALUES ('\(school)', 2022, '1', '某', '小学', 1, 1)"),
    Case("teacher-stage", "任教初中", "\(teacher)) VALUES ('\(school)', 2022, '1', '某', '初中', 1)"),
    Case(
      "teacher-twice", "乙（2100000002）",
      "INSERT INTO org (org_code, name, kind) VALUES ('2100000002', '乙', '小学'); "
        + "\(teacher)) VALUES ('\(school)', 2022, '7', '某', '小学', 1), ('2100000002', 2022, '7', '某', '小学', 1)"
    ),
    Case(
      "ledger-state", "的状态是“已销号”，还缺：核验人",
      "INSERT INTO rectification (org_code, id, source, problem, state, done_on, struck_on, evidence) "
        + "VALUES ('\(school)', 'Z1', '县检', '某', '已销号', '2022-10-01', '2022-10-02', '照片')"),
    Case(
      "ledger-dates", "“整改时限”不能早于“检查日期”",
      "INSERT INTO rectification (org_code, id, source, problem, state, found_on, due_on) "
        + "VALUES ('\(school)', 'Z1', '县检', '某', '待整改', '2022-10-02', '2022-10-01')"),
    Case(
      "list-skips", "“政策清单”的序号从 7 跳到 9",
      "INSERT INTO policy (org_code, id, seq, title) VALUES ('990101', 'a', '7', '甲'), ('990101', 'b', '9', '乙')"
    ),
    Case(
      "school-oversized", "学生 2001 人，已超过规模上限 2000 人",
      "\(roll)) VALUES ('\(school)', 2022, '小学', 2021, 5, 1956)"),
    Case(
      "school-struck", "现在 2001 人",
      "\(roll)) VALUES ('\(school)', 2022, '小学', 2021, 5, 1956); "
        + "INSERT INTO oversized_school (org_code, filed_on, filed_count, state) "
        + "VALUES ('\(school)', '2021-09-01', 2100, '已销号')"),
    Case(
      "task-period", "“2022年1月-3月”到 2022 年 3 月为止，时限却是 2022-12-31",
      "\(task), period_text) VALUES ('990101', 'B4', '4', '迎检', NULL, '2022-12-31', '2022年1月-3月')"),
    Case(
      "task-predecessor", "时限 2021-03-31 早于前一项 B1“自查”的开始日期 2021-04-01",
      "\(task)) VALUES ('990101', 'B1', '1', '自查', '2021-04-01', '2021-06-30'), "
        + "('990101', 'B2', '2', '整改', '2021-01-01', '2021-03-31')"),
    Case(
      "task-stages", "阶段“评估验收”从 2021-01-01 开始，早于前一阶段“自查自评”的 2021-04-01",
      "\(task), stage_name) VALUES ('990101', 'B1', '1', '自查', '2021-04-01', '2021-06-30', '自查自评'), "
        + "('990101', 'B2', '2', '整改', '2021-01-01', '2021-09-30', '评估验收')"),
    Case(
      "task-turned", "时限 2021-03-31 早于开始日期 2021-04-01",
      "\(task)) VALUES ('990101', 'B1', '1', '自查', '2021-04-01', '2021-03-31')"),
    Case(
      "item-unknown", "“核心指标填报”的“C9”不在“核心指标”里（1 行）",
      "INSERT INTO core_item (org_code, item, name) VALUES ('990101', 'C1', '专任教师'); "
        + "INSERT INTO core_answer (org_code, school_year, item, met) VALUES ('\(school)', 2022, 'C9', 1)"),
    Case(
      "core-items-few", "“核心指标”列了 2 项，标准是 13 项",
      "INSERT INTO core_item (org_code, item, name, active) VALUES ('990101', 'C1', '专任教师', 1), ('990101', 'C2', '图书', NULL), "
        + "('990101', 'C3', '计算机', 0)", profile: "basic-2012"),
    Case(
      "period-turned", "的结束 2022-08-31 早于开始 2022-09-01",
      "INSERT INTO exchange (org_code, id, teacher_no, kind, from_on, to_on) "
        + "VALUES ('\(school)', 'e', 'T1', '支教', '2022-09-01', '2022-08-31')"),
    Case(
      "year-jump", "增加 31%（100 → 131）",
      "\(statement) VALUES ('\(school)', 2021, '图书册数', '', 100), ('\(school)', 2022, '图书册数', '', 131)"),
  ]

  private func findings(_ sql: String, profile: String = "national-2017") throws -> [Finding] {
    let profile = try ProfileCatalog.named(profile)
    return try TestCounty.memory().write { db in
      try TestCounty.stated(code: CheckRuleTests.school, pupils: 1000).insert(into: db)
      // One class of 1000 pupils would break two rules of its own.
      try db.execute(sql: "UPDATE class_roll SET head_count = 45, entry_year = 2022")
      try db.execute(sql: sql)
      return try WorkedYear.with(db, year: 2022, profile: profile) { try $0.check(wholeCounty: true) }
    }
  }

  @Test("a file that breaks the rule gets the finding, with what it is about", arguments: cases)
  func broken(_ example: Case) throws {
    let found = try findings(example.sql, profile: example.profile).filter { $0.code == example.rule }
    #expect(!found.isEmpty)
    let message = found.map(\.message).joined(separator: "\n")
    #expect(message.contains(example.names), "\(message)")
    #expect(!message.contains("{"), "a placeholder was not filled: \(message)")
  }

  @Test("a file in order gets no finding")
  func clean() throws {
    #expect(try findings("").map(\.message) == [])
  }

  @Test("every rule has its case here")
  func complete() {
    #expect(Set(CheckRuleTests.cases.map(\.rule)) == Set(CheckRule.all.map(\.id)))
  }

  private static let struck =
    "INSERT INTO oversized_class (org_code, stage, entry_year, class_no, filed_count, filed_on, limit_count, level, "
    + "state, struck_on, struck_basis, verifier) VALUES ('2100000001', '小学', 2019, 5, 50, '2021-09-01', 45, '超标准', "

  @Test(
    "a class struck off by another program is told all that it lacks, and nothing once it has a count within the limit"
  )
  func struckOff() throws {
    let bare = try findings(Self.struck + "'已销号', NULL, NULL, NULL)").filter { $0.code == "ledger-state" }
    let told = bare.map(\.message).joined(separator: "\n")
    for lacking in ["核查人数在班额上限以内", "销号日期", "核验人", "销号依据或佐证材料"] {
      #expect(told.contains("还缺：\(lacking)") || told.contains(lacking), "\(lacking): \(told)")
    }
    #expect(bare.count == 5)
    let whole =
      Self.struck + "'已销号', '2022-09-10', '核对', '某'); "
      + "INSERT INTO oversized_recount (org_code, stage, entry_year, class_no, counted_on, head_count) "
      + "VALUES ('2100000001', '小学', 2019, 5, '2022-09-01', 45)"
    #expect(try findings(whole).filter { $0.code == "ledger-state" } == [])
    let later =
      whole + ", ('2100000001', '小学', 2019, 5, '2022-10-01', 44)"
    #expect(
      try findings(later).filter { $0.code == "ledger-state" } == [], "a later count leaves it in order")
    let above = whole + ", ('2100000001', '小学', 2019, 5, '2022-10-01', 46)"
    #expect(try findings(above).map(\.code).contains("ledger-state"))
  }

  @Test("a row that still holds what belongs to 已销号 is told")
  func leftBehind() throws {
    let found = try findings(Self.struck + "'在册', '2022-09-10', NULL, NULL)")
    #expect(found.map(\.message).contains { $0.contains("“销号日期”应为空") })
  }

  @Test("periods of tasks are read as notices write them; what ends in time gives no finding")
  func periods() throws {
    func told(_ period: String, _ due: String) throws -> Bool {
      let sql = "\(Self.task), period_text) VALUES ('990101', 'B4', '4', '迎检', NULL, '\(due)', '\(period)')"
      return try findings(sql).map(\.code).contains("task-period")
    }
    #expect(try !told("2022年1月-3月", "2022-03-31"))
    #expect(try told("2021年11月—2022年2月底", "2022-03-01"))
    #expect(try !told("2021年11月—2022年12月底", "2022-12-31"))
    #expect(try !told("2022年全年", "2023-12-31"))
    #expect(try !told("每月一次", "2022-12-31"))
  }

  @Test("a jump of exactly 30 % is none")
  func boundary() throws {
    let sql =
      "\(CheckRuleTests.statement) VALUES ('2100000001', 2021, '图书册数', '', 100), ('2100000001', 2022, '图书册数', '', 130)"
    #expect(try findings(sql).allSatisfy { $0.code != "year-jump" })
  }
}
