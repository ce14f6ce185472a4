import GRDB
import Testing
import YiceLedgers
import YiceMerge
import YiceModel
import YiceStandards
import YiceStore

@Suite struct CatalogueTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let id: String
    let counts: SchoolCounts
    let required: Double?
    var testDescription: String { "\(id) \(counts.classes) 班 \(counts.pupils) 人" }
  }

  private static func of(_ classes: Int, _ pupils: Int, boys: Int? = nil, teachers: Int? = nil)
    -> SchoolCounts
  {
    SchoolCounts(classes: classes, pupils: pupils, boys: boys, teachers: teachers)
  }

  @Test(
    "what the catalogue asks for, by hand",
    arguments: [
      Case(id: "music_room", counts: of(12, 500), required: 1),
      Case(id: "music_room", counts: of(13, 500), required: 2),
      Case(id: "science_room", counts: of(36, 1), required: 1),
      Case(id: "science_room", counts: of(37, 1), required: 2),
      Case(id: "building_area_primary", counts: of(24, 1000), required: 5.4),
      Case(id: "teaching_area_primary", counts: of(6, 201), required: 904.5),
      Case(id: "multimedia_rooms_primary", counts: of(6, 200), required: 5),
      Case(id: "multimedia_rooms_primary", counts: of(6, 1000), required: 23),
      Case(id: "staff_junior", counts: of(6, 270), required: 20),
      Case(id: "staff_junior", counts: of(6, 271), required: 21),
      Case(id: "guards", counts: of(2, 99), required: 1), Case(id: "guards", counts: of(6, 999), required: 2),
      Case(id: "guards", counts: of(30, 1499), required: 3),
      Case(id: "guards", counts: of(30, 1500), required: 4),
      Case(id: "guards", counts: of(30, 2000), required: 5),
      Case(id: "toilet_girls", counts: of(6, 200, boys: 100), required: 8),
      Case(id: "toilet_girls", counts: of(6, 200), required: nil),
      Case(id: "health_staff", counts: of(3, 30), required: 1),
      Case(id: "health_staff", counts: of(30, 601), required: 2),
      Case(id: "teacher_office", counts: of(6, 200, teachers: 13), required: 65),
      Case(id: "broadband", counts: of(6, 200), required: 100),
    ])
  func required(_ test: Case) throws {
    let item = try #require(try Catalogue.shipped().items.first { $0.id == test.id })
    #expect(item.required(test.counts) == test.required)
  }

  @Test("the catalogue has its 80 items; every derived_from is answered or left to the clerk knowingly")
  func whole() throws {
    let catalogue = try Catalogue.shipped()
    #expect(catalogue.items.count == 80)
    let typed = Set(catalogue.items.compactMap(\.derivedFrom)).subtracting(catalogue.derived.keys)
    #expect(
      typed == [
        "equipment:science", "equipment:junior_science", "equipment:music_art", "equipment:sports",
        "equipment:books_new",
      ])
    let used = Set(catalogue.items.compactMap(\.derivedFrom))
    #expect(Set(catalogue.derived.keys).isSubset(of: used), "a rule that no line asks for")
  }

  @Test("a county's line takes the place of the shipped one, a new one joins, one that is switched off goes")
  func county() throws {
    let town = try LedgerTown()
    func line(_ id: String, _ rule: String, active: Int? = nil) throws {
      try town.add(
        .catalogueItem,
        [
          "org_code": LedgerTown.county, "id": id, "category": "功能室", "label": "某室", "unit": "间",
          "rule": rule,
          "active": active, "verified": 1, "source": "县定",
        ])
    }
    try line(
      "music_room",
      "{level: school, applies_to: [primary], rule: {kind: flat, value: 3}, derived_from: 'room:music'}")
    try line("own_room", "{level: school, applies_to: [primary], rule: {kind: flat, value: 1}}")
    try line("art_room", "{level: school, applies_to: [primary], rule: {kind: flat, value: 1}}", active: 0)
    let catalogue = try town.file.read { try Catalogue.load(from: $0, orgCode: LedgerTown.county) }
    #expect(catalogue.items.count == 80)
    #expect(catalogue.items.first { $0.id == "music_room" }?.required(Self.of(40, 1)) == 3)
    #expect(catalogue.items.last?.id == "own_room" && catalogue.items.last?.basis == "县定")
    #expect(!catalogue.items.contains { $0.id == "art_room" })
    try line(
      "bad",
      "{level: school, applies_to: [primary], rule: {kind: by_class_count, table: [{classes: '12', required: 1}]}}"
    )
    let said = town.complaint {
      _ = try town.file.read { try Catalogue.load(from: $0, orgCode: LedgerTown.county) }
    }
    #expect(said.contains("应配目录 bad") && said.contains("应写成 '<=12'、'13-18' 或 '>=19'"))
  }

  private func guards(_ town: LedgerTown, pupils: Int) throws -> Double? {
    let catalogue = try town.file.read { try Catalogue.load(from: $0, orgCode: LedgerTown.county) }
    return catalogue.items(of: LedgerTown.school).first { $0.id == "guards" }?.required(Self.of(20, pupils))
  }

  private func choose(_ place: String?, line: String? = nil, _ town: LedgerTown) throws -> [String] {
    let catalogue = try town.file.read { try Catalogue.load(from: $0, orgCode: LedgerTown.county) }
    return try town.write { try CatalogueVariant.choose(place, line: line, catalogue, $0) }
  }

  @Test("a county chooses a province's variant, which holds for its schools until it is given back")
  func variants() throws {
    let town = try LedgerTown()
    let before = try guards(town, pupils: 200)
    #expect(try choose("重庆", town).count == 1)
    #expect(try guards(town, pupils: 200) == 4 && before != 4)
    #expect(try choose("湖北", line: "guards", town).count == 1)
    #expect(try guards(town, pupils: 2000) == 4)
    #expect(try choose("湖北", town).isEmpty, "chosen already")
    let item = try #require(
      try town.file.read { try Catalogue.load(from: $0, orgCode: LedgerTown.county) }.items
        .first { $0.id == "guards" })
    #expect(item.basis.hasPrefix("湖北：") && item.place == "湖北")
    #expect(try choose(nil, town).count == 1)
    #expect(try guards(town, pupils: 200) == before)
    #expect(town.complaint { _ = try choose("北京", town) }.contains("没有“北京”的变体。可用：山东、湖北、重庆"))
    #expect(
      town.complaint { _ = try choose("山东", line: "music_room", town) }.contains("有变体的：science_room、guards"))
  }

  @Test("a school chooses for itself where its county has not; it may write no other line of the catalogue")
  func schoolVariant() throws {
    let town = try LedgerTown(.school)
    #expect(try choose("重庆", town).count == 1)
    #expect(try guards(town, pupils: 200) == 4)
    let said = town.complaint {
      try town.add(
        .catalogueItem,
        ["id": "own", "category": "功能室", "label": "某室", "rule": "{level: school}"])
    }
    #expect(said.contains("由教育局填写"))
    // What the county decided, and sent to the school, the school does not choose.
    let issued = try LedgerTown(.school)
    try issued.file.withConnection {
      try $0.execute(
        sql: """
          INSERT INTO catalogue_item (org_code, id, category, label, rule, rev)
          VALUES (?, 'guards', '变体', '湖北', 'variant', 1)
          """, arguments: [LedgerTown.county])
    }
    #expect(town.complaint { _ = try choose("重庆", issued) }.contains("“guards”由教育局定"))
    // The county's file holds both choices: its own goes first.
    let county = try LedgerTown()
    try county.add(
      .catalogueItem,
      ["id": "guards", "category": "变体", "label": "重庆", "rule": "variant"])
    #expect(try guards(county, pupils: 200) == 4)
    #expect(try choose("湖北", county).count == 1)
    #expect(try guards(county, pupils: 200) == 2)
  }

  @Test("a school's choice travels to the county and holds there for that school alone")
  func merged() throws {
    let school = try LedgerTown(.school)
    _ = try choose("重庆", school)
    let county = try LedgerTown()
    let result = try #require(try Merger(into: county.file).merge([school.file.path]).first)
    #expect(result.findings.isEmpty, "\(result.findings)")
    let catalogue = try county.file.read { try Catalogue.load(from: $0, orgCode: LedgerTown.county) }
    #expect(catalogue.items(of: LedgerTown.school).first { $0.id == "guards" }?.place == "重庆")
    #expect(catalogue.items(of: "2199000002").first { $0.id == "guards" }?.place == nil)
  }
}
