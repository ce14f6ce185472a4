import GRDB
import Testing
import YiceIndicators
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// 规划目标 held against figures, and 千人学位 by town.
@Suite struct TargetTests {
  @Test("targets are held against the figure they name; one that names none is told")
  func targets() throws {
    let town = try LedgerTown.programme("西吉", year: 2022)
    try town.add(.target, ["org_code": LedgerTown.county, "name": "幸福指数", "year": 2022, "value": 9])
    let words = try remarks(of: town)
    #expect(words["2022年 互动课堂"] == "≥ 356间，现 340间，还差 16间")
    #expect(words["2022年 年内达标学校"] == "≥ 10所，现在未填", "no school has pupils, and 0 of 0 is no 0")
    #expect(words["2023年 大班额在册"] == "≤ 0个，现 2个，还差 2个")
    #expect(words["2022年 幸福指数"]?.contains("不知道要对照哪个数") == true)
  }

  @Test("a target of both 学段 is held against the worse one, and against none while one is not known")
  func stages() throws {
    let town = try LedgerTown(.county, kind: "九年一贯制学校")
    try town.roll(40, stage: "小学")
    for (name, direction) in [("R6", "不低于"), ("R6差异系数", "不高于"), ("R6 高", "不高于")] {
      try target(town, name, indicator: name.split(separator: " ").first.map(String.init), direction, 5000)
    }
    try target(town, "就近入学", indicator: "G13", "不低于", 100)
    try target(town, "初中就近", indicator: "G13", "不低于", 95, stage: "初中")
    for (stage, near) in [("小学", 98.0), ("初中", 96.0)] {
      try state(town, "就近入学招生总人数", 100, stage)
      try state(town, "就近入学人数", near, stage)
    }
    #expect(try remarks(of: town)["2022年 R6"] == "≥ 5000，现在未填")
    // 40 pupils of weight 1 and 30 of 1.1: 4000 元 a 小学 pupil, 4400 a 初中 pupil.
    try town.roll(30, entry: 2021, no: 1, stage: "初中")
    try state(town, "教学仪器设备值", 292_000)
    let words = try remarks(of: town)
    #expect(words["2022年 R6"] == "≥ 5000，现 4000，还差 1000" && words["2022年 R6 高"] == "≤ 5000，现 4400")
    #expect(words["2022年 R6差异系数"] == "≤ 5000，现 0")
    #expect(words["2022年 就近入学"] == "≥ 100，现 96，还差 4" && words["2022年 初中就近 初中"] == "≥ 95，现 96")
  }

  @Test("a 差异系数 that is undefined in one 学段 leaves the target unknown, whatever the other one is")
  func undefined() throws {
    let town = try LedgerTown(.county)
    try town.roll(40)
    try town.add(
      .org,
      ["org_code": "3199000001", "name": "示例初中", "kind": "初级中学", "county_code": LedgerTown.county])
    try town.add(
      .classRoll,
      [
        "org_code": "3199000001", "school_year": 2022, "stage": "初中", "entry_year": 2022, "class_no": 1,
        "head_count": 30,
        "grade": 7,
      ])
    try state(town, "教学仪器设备值", 100_000)
    try state(town, "教学仪器设备值", 0, of: "3199000001")
    try target(town, "均衡", indicator: "R6差异系数", "不高于", 0.5)
    #expect(try remarks(of: town)["2022年 均衡"] == "≤ 0.5，现在未填", "the mean of 初中 is 0")
    try state(town, "教学仪器设备值", 3000, of: "3199000001")
    #expect(try remarks(of: town)["2022年 均衡"] == "≤ 0.5，现 0")
  }

  @Test("schools that pass are not known where the standard has no such rule")
  func withoutRule() throws {
    let town = try LedgerTown(.county)
    try town.roll(40)
    try target(town, "达标学校", indicator: nil, "不低于", 1)
    #expect(try remarks(of: town)["2022年 达标学校"] == "≥ 1，现 0，还差 1")
    #expect(try remarks(of: town, "basic-2012")["2022年 达标学校"] == "≥ 1，现在未填")
  }

  @Test(
    "a ledger without a row is 0 only where classes were counted; rooms and experiments are read as the standard does"
  )
  func counts() throws {
    let town = try LedgerTown(.county)
    for name in ["大班额在册", "大校额在册", "网络多媒体教室", "实验开出率", "护学岗"] {
      try target(town, name, indicator: nil, "不高于", 0)
    }
    #expect(try remarks(of: town)["2022年 大班额在册"] == "≤ 0，现在未填")
    #expect(try remarks(of: town)["2022年 网络多媒体教室"] == "≤ 0，现在未填")
    try town.roll(40)
    for (no, category) in [("1", "教室"), ("2", "行政办公用房")] {
      try town.add(.room, ["school_year": 2022, "room_no": no, "category": category, "multimedia": true])
    }
    try town.add(
      .experiment,
      [
        "id": "1", "school_year": 2022, "term": "上学期", "subject": "物理", "grade": 8, "name": "测量",
        "category": "分组",
        "done_on": "2022-10-01",
      ])
    try town.add(
      .experimentCount,
      [
        "school_year": 2022, "term": "上学期", "subject": "化学", "grade": "9", "category": "演示", "due": 3,
        "done": 2,
      ])
    // A check of a school that is not in the county's list.
    for code in [LedgerTown.school, "2199000099"] {
      try town.add(
        .safetyCheck,
        ["org_code": code, "school_year": 2022, "item": "护学岗", "checked_on": "2022-10-01", "met": true])
    }
    let words = try remarks(of: town)
    #expect(words["2022年 大班额在册"] == "≤ 0，现 0" && words["2022年 大校额在册"] == "≤ 0，现 0")
    #expect(words["2022年 网络多媒体教室"] == "≤ 0，现 1，还差 1", "not the office")
    #expect(words["2022年 实验开出率"] == "≤ 0，现 75，还差 75", "one of one, and two of three that were told as a sum")
    #expect(words["2022年 护学岗"] == "≤ 0，现 100，还差 100")
  }

  private func target(
    _ town: LedgerTown, _ name: String, indicator: String?, _ direction: String, _ value: Double,
    stage: String = ""
  ) throws {
    try town.add(
      .target,
      [
        "org_code": LedgerTown.county, "name": name, "stage": stage, "year": 2022, "indicator": indicator,
        "direction": direction, "value": value,
      ])
  }

  private func state(
    _ town: LedgerTown, _ element: String, _ value: Double, _ stage: String = "",
    of school: String = LedgerTown.school
  ) throws {
    let values: RowValues = [
      "org_code": school, "school_year": 2022, "element": element, "stage": stage, "campus": "",
      "value": value,
    ]
    let key = RowKey(
      [
        school.databaseValue, 2022.databaseValue, element.databaseValue, stage.databaseValue,
        "".databaseValue,
      ])
    try town.write {
      if try $0.exists(.statement, key) {
        try $0.set(.statement, key, ["value": value])
      } else {
        try $0.add(.statement, values)
      }
    }
  }

  /// What each target's line says, by name.
  private func remarks(of town: LedgerTown, _ standard: String = "national-2017") throws -> [String: String] {
    let found = try town.file.readWithTemporaryTables { db in
      let profile = try ProfileCatalog.named(standard)
      return try WorkedYear.with(db, year: 2022, profile: profile) {
        try TargetStanding.all(
          db, year: 2022, today: "2023-01-01", bureau: LedgerTown.county, $0.figures,
          $0.items(of: LedgerTown.county).items)
      }
    }
    return Dictionary(found.map { ($0.line.name, $0.line.remark ?? "") }) { first, _ in first }
  }

  @Test("千人学位 by town: the norm for 城镇 only, projects count from the autumn they are ready for")
  func places() throws {
    let town = try LedgerTown.programme("罗定", year: 2019)
    try town.add(
      .project,
      [
        "org_code": "2199000021", "id": "P1", "name": "扩建", "kind": "扩建", "places": 90,
        "due_on": "2020-08-31",
      ])
    let all = try town.file.read {
      try TownPlaces.all($0, year: 2019, ahead: 1, ProfileCatalog.named("national-2017"))
    }
    func of(_ town: String, _ year: Int, _ stage: Stage) -> TownPlaces? {
      all.first { $0.town == town && $0.forecast.year == year && $0.forecast.stage == stage }
    }
    // Three classes of 45 for 2200 residents, who need 176.
    #expect(of("甲镇", 2019, .primary)?.forecast.places == 135 && of("甲镇", 2019, .primary)?.isEnough == false)
    #expect(of("甲镇", 2020, .primary)?.forecast.places == 225 && of("甲镇", 2020, .primary)?.isEnough == true)
    #expect(of("甲镇", 2019, .junior)?.isEnough == true && of("乙乡", 2019, .primary)?.norm == nil)
    // The county's row is held to what its 城镇 need: 2200 residents, not the 900 of 乙乡 as well.
    #expect(of("全县", 2019, .junior)?.residents == 3100 && of("全县", 2019, .junior)?.norm == 40)
    #expect(
      of("全县", 2019, .junior)?.forecast.neededByResidents == 88 && of("全县", 2019, .junior)?.isEnough == true)
    #expect(
      of("全县", 2019, .primary)?.forecast.places == 180, "45 of them in 乙乡, which make up for nothing in 甲镇")
    #expect(
      of("全县", 2019, .primary)?.forecast.neededByResidents == 176
        && of("全县", 2019, .primary)?.isEnough == false)
    #expect(of("甲镇", 2019, .primary)?.perThousand.map { ($0 * 10).rounded() / 10 } == 61.4)
  }
}
