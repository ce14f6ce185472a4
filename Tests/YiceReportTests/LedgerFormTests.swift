import GRDB
import Testing
import YiceFormats
import YiceIndicators
import YiceModel
import YiceReport
import YiceStandards
import YiceStore
import YiceTestSupport

/// The ledgers as they are printed.
struct LedgerFormTests: FormSuite {
  let folder = Workdir()
  let file: YiceFile

  init() throws { file = try SampleFile.school(folder) }

  @Test func `The standardization ledger works out the gap and gives each year its column`() throws {
    try add(
      .standardizationItem,
      [
        "stage": "小学", "item_id": "m", "category": "功能室", "item": "音乐教室", "required": 3.0, "actual": 1.0,
        "actual_source": "登记册", "money": 1_250_000.0,
      ],
      ["stage": "", "item_id": "b", "category": "图书", "item": "图书", "required": 10.0, "actual": 12.0])
    try add(
      .standardizationGoal, ["stage": "小学", "item_id": "m", "year": 2023, "goal": 2.0, "done": 1.0],
      ["stage": "小学", "item_id": "m", "year": 2024, "goal": 3.0])
    let page = try #require(try pages("标准化").first)
    let lines = (0..<2).map { row(page, $0) }
    let music = try #require(lines.first { $0["item"] == "音乐教室（小学）" })
    #expect(music["gap"] == "2" && music["actual"] == "1*" && music["money"] == "125")
    #expect(music["goal_2023"] == "2（1）" && music["goal_2024"] == "3")
    #expect(lines.first { $0["item"] == "图书" }?["gap"] == "0")
    #expect(page.looks["goal_2023"]?.group == "年度目标")
  }

  @Test func `The oversized class ledger shows the last head count and the grade of the year`() throws {
    try add(
      .oversizedClass,
      [
        "stage": "初中", "entry_year": 2021, "class_no": 3, "filed_count": 58, "filed_on": "2022-09-10",
        "level": "大班额",
        "state": "在册",
      ])
    try add(
      .oversizedRecount,
      ["stage": "初中", "entry_year": 2021, "class_no": 3, "counted_on": "2022-10-01", "head_count": 57],
      ["stage": "初中", "entry_year": 2021, "class_no": 3, "counted_on": "2023-03-01", "head_count": 49])
    let line = row(try #require(try pages("大班额").first), 0)
    #expect(line["grade"] == "八年级" && line["class"] == "2021级3班")
    #expect(line["counted_on"] == "2023-03-01" && line["recount"] == "49")
  }

  @Test func `The rectification ledger gathers progress, the last verdict, and tells what is late`() throws {
    let org = "2199000001"
    try add(
      .rectification,
      [
        "org_code": org, "id": "z1", "source": "省检", "problem": "面积不足", "due_on": "2022-12-31",
        "state": "整改中",
      ],
      [
        "org_code": org, "id": "z2", "source": "省检", "problem": "设备老化", "due_on": "2022-12-31",
        "state": "已销号",
      ])
    try add(
      .rectificationProgress,
      ["id": "p2", "rectification_id": "z1", "reported_on": "2022-11-02", "progress": "进场"],
      ["id": "p1", "rectification_id": "z1", "reported_on": "2022-10-01", "progress": "报批"])
    try add(
      .verdict,
      [
        "org_code": org, "id": "v1", "subject_table": "rectification", "subject_key": "\(org)/z1",
        "result": "退回",
        "verified_on": "2022-12-01", "verifier": "周督学",
      ],
      [
        "org_code": org, "id": "v2", "subject_table": "rectification", "subject_key": "z2", "result": "通过",
        "verified_on": "2022-12-02",
      ])
    let page = try #require(try pages("整改").first)
    #expect(row(page, 0)["progress"] == "2022-10-01 报批\n2022-11-02 进场")
    #expect(row(page, 0)["state"] == "整改中\n（逾期）" && row(page, 0)["verdict"] == "退回")
    #expect(row(page, 1)["state"] == "已销号" && row(page, 1)["verdict"] == "通过")
  }

  @Test func `Experiments done out of those due are told by subject, grade and kind`() throws {
    for (name, done) in [("甲", "2022-10-01"), ("乙", nil)] as [(String, String?)] {
      var values: RowValues = [
        "school_year": 2022, "term": "上学期", "subject": "科学", "grade": 3, "name": name, "category": "分组",
        "required": true,
      ]
      if let done { values.fill("done_on", done) }
      try add(.experiment, values)
    }
    let page = try #require(try pages("实验").first)
    #expect(page.notes == ["开出率（应为 100%）：科学 三年级 分组 应开 2 实开 1，50.0%。"])
    #expect(row(page, 0)["required"] == "必做" && row(page, 0)["grade"] == "三年级")
  }
}
