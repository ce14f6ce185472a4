import GRDB
import Testing
import YiceModel
import YiceStore

/// Every pair of states of every ledger, tried by every role, against the moves written down here.
@Suite struct StateMoveTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let table: CatalogTable
    /// from → to, with who may.
    let allowed: [String: Set<Role>]
    let row: @Sendable (String) -> [String: any DatabaseValueConvertible & Sendable]
    var testDescription: String { table.label }
  }

  static let everyone: Set<Role> = Set(Role.allCases)
  static let bureau: Set<Role> = [.county, .city, .province]
  static let review: Set<Role> = [.county, .city, .province, .inspection]
  static let register: Set<Role> = [.county, .city, .province, .school]

  static let cases = [
    Case(
      table: .rectification,
      allowed: [
        "待整改→整改中": everyone, "待整改→待核验": everyone, "整改中→待核验": everyone, "退回→整改中": everyone, "退回→待核验": everyone,
        "待核验→整改中": everyone, "待核验→已销号": review, "待核验→退回": review, "已销号→整改中": review,
      ],
      row: { state in
        [
          "org_code": LedgerFile.school, "id": "Z1", "source": "自查", "problem": "缺音乐教室",
          "found_on": "2022-09-10",
          "done_on": "2022-10-10", "evidence": "照片", "state": state,
        ]
      }),
    Case(
      table: .oversizedClass,
      allowed: [
        "在册→拟销号": everyone, "拟销号→在册": everyone, "拟销号→已销号": review, "反弹→拟销号": everyone,
        "在册→毕业": everyone, "拟销号→毕业": everyone, "反弹→毕业": everyone, "毕业→在册": everyone,
      ],
      row: { state in
        [
          "org_code": LedgerFile.school, "stage": "小学", "entry_year": 2020, "class_no": 2, "filed_count": 46,
          "filed_on": "2022-09-01", "limit_count": 45, "level": "超标准", "state": state,
        ]
      }),
    Case(
      table: .oversizedSchool,
      allowed: ["在册→拟销号": everyone, "拟销号→在册": everyone, "拟销号→已销号": review, "反弹→拟销号": everyone],
      row: { state in
        [
          "org_code": LedgerFile.school, "filed_on": "2022-09-01", "filed_count": 2100, "limit_count": 2000,
          "recounted_on": "2023-09-01", "recount": 1990, "struck_basis": "2023年学籍", "state": state,
        ]
      }),
    Case(
      table: .standardizationItem,
      allowed: [
        "→未启动": register, "→实施中": register, "→已达标": register, "未启动→": register, "未启动→实施中": register,
        "未启动→已达标": register, "实施中→未启动": register, "实施中→已完成": register, "实施中→已达标": register,
        "已完成→已达标": register, "已完成→实施中": register, "已达标→未启动": register, "已达标→实施中": register,
      ],
      row: { state in
        [
          "org_code": LedgerFile.school, "stage": "", "item_id": "music_room", "category": "功能室",
          "item": "音乐教室",
          "required": 2, "actual": 2, "done_on": "2022-10-10",
          "state": state.isEmpty ? DatabaseValue.null : state.databaseValue,
        ]
      }),
  ]

  @Test("each move of each ledger is made by those who may, and by nobody else", arguments: cases)
  func moves(_ test: Case) throws {
    let machine = try #require(TableRules.of(test.table)?.machine)
    for role in Role.allCases {
      for from in machine.states.map(\.name) {
        for to in machine.states.map(\.name) where to != from {
          try attempt(test, role, from, to)
        }
      }
    }
  }

  @Test("in which states nothing is left to be done is said where the states are, of states that there are")
  func finished() {
    let said = TableCatalog.tables.filter { !TableRules.finished($0).isEmpty }
    #expect(
      Set(said.map(\.name)) == [
        "rectification", "oversized_class", "oversized_school", "standardization_item", "project",
      ])
    for table in said {
      let states = table.column("state")?.type.choices ?? []
      #expect(Set(TableRules.finished(table)).isSubset(of: states), "\(table.label)")
      // What a school begins with is never finished.
      #expect(states.contains { !TableRules.isOff($0, in: table) })
    }
    #expect(TableRules.isOff("投入使用", in: .project) && !TableRules.isOff("停缓建", in: .project))
    #expect(TableRules.isOff("已完成", in: .standardizationItem))
  }

  private func attempt(_ test: Case, _ role: Role, _ from: String, _ to: String) throws {
    let ledger = try LedgerFile(role)
    try ledger.plant(test.table, test.row(from))
    if test.table.name == "oversized_class" {
      try ledger.plant(
        .oversizedRecount,
        [
          "org_code": LedgerFile.school, "stage": "小学", "entry_year": 2020, "class_no": 2,
          "counted_on": "2023-09-01", "head_count": 45, "evidence": "学籍表",
        ])
    }
    if test.table.name == "rectification", to == "退回" || from == "已销号" {
      try ledger.plant(
        .verdict,
        [
          "org_code": LedgerFile.school, "id": "V1", "subject_table": "rectification",
          "subject_key": "\(LedgerFile.school)/Z1", "result": "退回", "verified_on": "2022-11-01",
          "reason": "未到位",
        ])
    }
    var values: RowValues = ["state": to.isEmpty ? nil as String? : to].rowValues
    if to == "已销号" {
      values.set("struck_on", "2023-10-01")
      values.set("verifier", "某")
    }
    if to == "毕业" { values.set("left_on", "2026-07-01") }
    let key = try ledger.file.read { db in
      try #require(try SeenRows(db, RecordQuery(test.table)).keys.first)
    }
    let may = test.allowed["\(from)→\(to)"]?.contains(role) ?? false
    var refusal: (any Error)?
    do { try ledger.write { _ = try $0.set(test.table, key, values) } } catch { refusal = error }
    #expect(
      (refusal == nil) == may,
      "\(test.table.label) \(role) \(from)→\(to): \(refusal.map { "\($0)" } ?? "was allowed")")
    let now = try ledger.text("SELECT coalesce(state, '') FROM \(test.table.name)")
    #expect(now == (may ? to : from))
    if may, to != "已销号", machineClears(test.table) {
      let struck = try ledger.text("SELECT struck_on FROM \(test.table.name)")
      #expect(struck == nil, "销号日期 is emptied when an entry is no longer struck off")
    }
  }

  private func machineClears(_ table: CatalogTable) -> Bool { table.column("struck_on") != nil }
}

extension [String: String?] {
  fileprivate var rowValues: RowValues {
    RowValues(mapValues { $0.map(\.databaseValue) ?? .null })
  }
}
