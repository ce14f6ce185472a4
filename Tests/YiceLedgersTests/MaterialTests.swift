import GRDB
import Testing
import YiceLedgers
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

/// 档案目录: the proposal, what is attached, what is missing.
@Suite struct MaterialTests {
  private func plan(_ town: LedgerTown, year: Int? = 2022, school: String? = nil) throws -> MaterialPlan {
    try town.file.read { db in
      try MaterialPlan(db, FileInfo(db) ?? town.file.info, year: year, school: school)
    }
  }

  private func line(_ town: LedgerTown, _ id: String, year: Int? = 2022) throws -> MaterialPlan.Line {
    try #require(try plan(town, year: year).lines.first { $0.id == id })
  }

  private func attach(
    _ town: LedgerTown, _ name: String, to id: String, year: Int? = 2022, org: String? = nil
  ) throws {
    let path = try town.work.write(name, name)
    try town.write { writer in
      let key = RowKey([LedgerTown.county.databaseValue, id.databaseValue])
      _ = try EvidenceStore.add(
        path, to: .expectedMaterial, key, note: nil, on: "2022-10-01",
        answering: EvidenceStore.Answer(year: year, org: org), writer)
    }
  }

  @Test("the proposal names every indicator and item, each line once, and knows who answers it")
  func proposal() throws {
    let lines = try ProposedMaterial.shipped()
    #expect(Set(lines.map(\.id)).count == lines.count)
    #expect(Set(lines.map(\.who)) == ["县", "校"])
    let profile = try ProfileCatalog.named("national-2017")
    let asked = Set(
      profile.indicators.map(\.id) + profile.items.map(\.id).filter { "GQ".contains($0.prefix(1)) })
    #expect(asked.subtracting(lines.map(\.indicator)) == [])
  }

  @Test("taken twice it is taken once; what the county changed or left out stays so")
  func taken() throws {
    let town = try LedgerTown(.county)
    let count = try town.write { try MaterialProposal.take($0) }
    #expect(count == (try ProposedMaterial.shipped().count))
    try town.set(
      .expectedMaterial, "\(LedgerTown.county)/R1-1", ["material": "学历证书原件", "note": DatabaseValue.null])
    try town.set(.expectedMaterial, "\(LedgerTown.county)/R2-1", ["active": false])
    #expect(try town.write { try MaterialProposal.take($0) } == 0)
    #expect(try line(town, "R1-1").material == "学历证书原件")
    #expect(try !plan(town).lines.contains { $0.id == "R2-1" })
    #expect(try line(town, "R3-1").note == MaterialProposal.mark)
  }

  @Test("a school may not make the list")
  func rights() throws {
    let town = try LedgerTown(.school)
    #expect(throws: YiceStore.RecordError.self) { try town.write { try MaterialProposal.take($0) } }
  }

  @Test(
    "boxes and numbers stand as people count: A2 before A10, 2 before 10; every school stands under its line")
  func order() throws {
    let town = try LedgerTown(.county)
    try town.add(.org, ["org_code": "2199000002", "name": "乙小学", "kind": "小学", "inclusion": "不纳入"])
    try town.add(.org, ["org_code": "2199000003", "name": "丙小学", "kind": "小学"])
    for (id, seq, box) in [("c", "10", "A10 卷"), ("b", "10", "A2 卷"), ("a", "2", "A2 卷"), ("d", "1", "")] {
      try town.add(
        .expectedMaterial,
        [
          "org_code": LedgerTown.county, "id": id, "seq": seq, "box": box.isEmpty ? nil : box,
          "indicator": "R1",
          "material": id, "who": "校",
        ])
    }
    #expect(
      try plan(town).lines.map { $0.id + $0.org.suffix(1) } == [
        "a1", "a3", "b1", "b3", "c1", "c3", "d1", "d3",
      ])
  }

  @Test(
    "a file of one year answers that year, one of no year every year; a line of another year is not asked")
  func years() throws {
    let town = try LedgerTown(.county)
    _ = try town.write { try MaterialProposal.take($0) }
    try town.add(
      .expectedMaterial,
      [
        "org_code": LedgerTown.county, "id": "旧", "indicator": "R1", "material": "旧", "who": "县",
        "year": 2021,
      ])
    try attach(town, "一.pdf", to: "G1-1")
    try attach(town, "永.pdf", to: "G2-1", year: nil)
    #expect(try line(town, "G1-1").state == .attached && line(town, "G1-1", year: 2023).state == .missing)
    #expect(try line(town, "G2-1", year: 2023).state == .attached)
    #expect(
      try !plan(town).lines.contains { $0.id == "旧" }
        && plan(town, year: 2021).lines.contains { $0.id == "旧" })
    // The next year's copy of the same file is a file of its own.
    try attach(town, "一.pdf", to: "G1-1", year: 2023)
    #expect(try line(town, "G1-1", year: 2023).state == .attached)
  }

  @Test("in a bureau's file a school's line wants the school; in the school's own it is the school's")
  func whose() throws {
    let county = try LedgerTown(.county)
    _ = try county.write { try MaterialProposal.take($0) }
    #expect(throws: EvidenceError.noSchool(material: "学历证书复印件或系统截图")) { try attach(county, "a", to: "R1-1") }
    try attach(county, "a", to: "R1-1", org: LedgerTown.school)
    #expect(try line(county, "R1-1").attached.map(\.org) == [LedgerTown.school])
    let school = try LedgerTown(.school)
    try school.file.withConnection { db in
      try db.execute(
        sql: """
          INSERT INTO expected_material (org_code, id, indicator, material, who, required)
          VALUES ('990101', 'R1-1', 'R1', '学历', '校', 1), ('990101', 'G1-1', 'G1', '布局', '县', 1)
          """)
    }
    try attach(school, "b", to: "R1-1")
    #expect(
      try plan(school).lines.map { "\($0.id) \($0.org) \($0.state.rawValue)" } == ["R1-1 2199000001 已附"])
    #expect(throws: YiceStore.RecordError.self) { try attach(school, "c", to: "G1-1") }
  }

  @Test(
    "a file on any other row answers a line too, when it is said, also afterwards; a number that is none is refused"
  )
  func answering() throws {
    let town = try LedgerTown(.county)
    _ = try town.write { try MaterialProposal.take($0) }
    try town.add(.room, ["school_year": 2022, "room_no": "R1", "category": "教室"])
    let key = RowKey([LedgerTown.school.databaseValue, 2022.databaseValue, "R1".databaseValue])
    let path = try town.work.write("图.pdf", "图")
    func add(_ material: String?) throws {
      try town.write {
        _ = try EvidenceStore.add(
          path, to: .room, key, note: nil, on: "2022-10-01",
          answering: EvidenceStore.Answer(material: material, year: nil), $0)
      }
    }
    #expect(throws: EvidenceError.noMaterial("R9-9")) { try add("R9-9") }
    try add(nil)
    #expect(try line(town, "R4-1").state == .missing)
    try add("R4-1")
    #expect(try line(town, "R4-1").attached.map(\.name) == ["图.pdf"])
    #expect(try town.number("SELECT count(*) FROM evidence") == 1)
  }

  @Test("status counts what is asked and attached, the county's and the schools' apart; a 如有 is not asked")
  func status() throws {
    let town = try LedgerTown(.county)
    func lines() throws -> [ProgrammeLine] {
      try town.file.read { db in
        let profile = try Profile.used(by: town.file.info, db)
        return try ProgrammeStatus(db, today: "2022-10-01", year: 2022, bureau: LedgerTown.county, profile)
          .lines()
      }
      .filter { $0.section == "档案" }
    }
    #expect(try lines().isEmpty)
    _ = try town.write { try MaterialProposal.take($0) }
    let shipped = try ProposedMaterial.shipped().filter(\.isRequired)
    try attach(town, "a", to: "G1-1")
    let told = try lines()
    #expect(told.map(\.total) == ["县", "校"].map { who in shipped.count { $0.who == who } })
    #expect(told.map(\.done) == [1, 0])
    #expect(told[1].remark?.contains("R5-2") == false && told[0].remark?.contains("G2-1") == true)
  }
}

/// Lists as a notice has them.
@Suite struct NoticeOrderTests {
  @Test(
    "numbers of an order are numbers, however they are written",
    arguments: [
      ["1", "2", "10"], ["一", "二", "十", "十一", "二十"], ["（一）", "（二）", "（十）"], ["1.2", "1.10", "2.1"],
      ["A2", "A10"], ["第1城乡共同体", "第2城乡共同体", "第10城乡共同体"], ["3", "甲"], ["T001", "T002", "T010"],
    ])
  func numbers(_ words: [String]) {
    var random = SplitMix64(seed: 7)
    for _ in 0..<5 {
      #expect(words.shuffled(using: &random).sorted { NaturalOrder($0) < NaturalOrder($1) } == words)
    }
  }

  @Test("each list of a year is told by its own numbers, the list that begins first before the others")
  func tasks() throws {
    let town = try LedgerTown(.county)
    let tasks = [
      ("a", 2022, "步骤", "整体推进", "10"), ("b", 2022, "步骤", "整体推进", "9"), ("c", 2022, "步骤", "宣传动员", "1"),
      ("d", 2022, "措施", "整体推进", "2"), ("e", 2021, "步骤", "整体推进", "5"), ("f", 2022, "措施", "整体推进", ""),
    ]
    for task in tasks {
      try town.add(
        .task,
        [
          "org_code": LedgerTown.county, "id": task.0, "year": task.1, "kind": task.2, "stage_name": task.3,
          "seq": task.4.isEmpty ? nil : task.4, "task": task.0,
        ])
    }
    let rows = try town.file.read { try Row.fetchAll($0, sql: "SELECT * FROM task") }
    #expect(TaskOrder.sorted(rows).map { $0["id"] as String } == ["e", "c", "d", "f", "b", "a"])
  }

  @Test("the head of the group stands first, whatever the number of the row")
  func group() throws {
    let town = try LedgerTown(.county)
    for (id, role) in [
      ("1", "成员"), ("2", "常务副组长"), ("3", "副组长"), ("10", "成员"), ("4", "组长"), ("5", nil), ("6", "办公室主任"),
    ] {
      try town.add(
        .personUnit, ["org_code": LedgerTown.county, "id": id, "unit": "单位", "role": role])
    }
    let rows = try town.file.read { try Row.fetchAll($0, sql: "SELECT * FROM person_unit") }
    #expect(GroupOrder.sorted(rows).map { $0["id"] as String } == ["4", "2", "3", "6", "1", "10", "5"])
  }
}
