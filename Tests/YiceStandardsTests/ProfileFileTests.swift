import GRDB
import Testing
import YiceModel
import YiceStandards
import YiceStore
import YiceTestSupport

@Suite("a county's own standard")
struct ProfileFileTests {
  private let workdir = Workdir()
  private let author = Author("测试")

  private func countyFile() throws -> YiceFile {
    let info = FileInfo(role: .county, orgCode: "990101", orgName: "青禾县", schoolYear: 2022)
    return try YiceFile.create(workdir.file("county.db"), info: info, author: author)
  }

  private func override(_ file: YiceFile, _ profile: String, _ rows: [(String, String, Double)]) throws {
    try file.write("set", author: author) { writer in
      for (indicator, stage, value) in rows {
        try writer.add(
          .threshold,
          [
            "profile": profile, "indicator": indicator, "stage": stage, "value": value,
            "basis": "县文件",
          ])
      }
    }
  }

  private func load(_ file: YiceFile) throws -> Profile {
    try file.read { try Profile.load(from: $0, orgCode: "990101") }
  }

  @Test("a file without a standard works with the national one")
  func none() throws {
    let profile = try load(countyFile())
    #expect(profile.id == "national-2017")
    #expect(profile.adjustments == 0)
  }

  @Test("installing makes a standard the county's and the one before inactive")
  func install() throws {
    let file = try countyFile()
    for id in ["national-2017", "guangdong-2017"] {
      _ = try file.write("standard", author: author) { writer in
        try Profile.install(ProfileCatalog.text(of: id), name: id, into: writer)
      }
    }
    #expect(try load(file).id == "guangdong-2017")
    #expect(try load(file).indicator("R3")?.thresholds[.primary] == 1)
    let active = try file.read { db in
      try Row.fetchAll(db, sql: "SELECT profile, active FROM standard ORDER BY profile").map {
        "\($0["profile"] as String) \($0["active"] as Int)"
      }
    }
    #expect(active == ["guangdong-2017 1", "national-2017 0"])
    _ = try file.write("standard", author: author) { writer in
      try Profile.install(ProfileCatalog.text(of: "national-2017"), name: "national-2017", into: writer)
    }
    #expect(try load(file).id == "national-2017")
  }

  @Test("installing the same standard twice changes nothing")
  func twice() throws {
    let file = try countyFile()
    for _ in 1...2 {
      _ = try file.write("standard", author: author) { writer in
        try Profile.install(ProfileCatalog.text(of: "national-2017"), name: "national-2017", into: writer)
      }
    }
    #expect(try file.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM revision") } == 1)
  }

  @Test("table threshold replaces single values and is counted in the name")
  func thresholds() throws {
    let file = try countyFile()
    try override(
      file, "national-2017",
      [
        ("R1", "小学", 4.5), ("R6", "", 3000), ("cv_limit", "初中", 0.4), ("pass_least", "", 7),
        ("near", "", 0.9), ("smallest_point", "", 30), ("kindergarten_weight", "", 0.8),
        ("weight", "初中", 1.2),
      ])
    let profile = try load(file)
    #expect(profile.indicator("R1")?.thresholds == [.primary: 4.5, .junior: 5.3])
    #expect(profile.indicator("R6")?.thresholds == [.primary: 3000, .junior: 3000])
    #expect(profile.cvLimits == [.primary: 0.5, .junior: 0.4])
    #expect(profile.passRule == PassRule(least: 7, near: 0.9))
    #expect(profile.inclusion.kinds["教学点"]?.atLeast == 30)
    #expect(profile.weights.general[.kindergarten] == 0.8)
    #expect(profile.weights.complete[.kindergarten] == 0.8)
    #expect(profile.weights.general[.junior] == 1.2)
    #expect(profile.adjustments == 8)
    #expect(profile.name == "教督〔2017〕6号 national-2017 版本 1（已由本县调整 8 处）")
  }

  @Test("a value that names nothing is not used and not forgotten")
  func unknown() throws {
    let file = try countyFile()
    try override(
      file, "national-2017", [("R9", "", 1), ("R1", "高中", 1), ("pass_least", "", 5.5), ("weight", "", 2)])
    let profile = try load(file)
    #expect(profile.adjustments == 0)
    #expect(profile.unknownAdjustments == ["R1/高中", "R9", "pass_least", "weight"])
  }

  @Test("values for another standard or another county are left alone")
  func others() throws {
    let file = try countyFile()
    try override(file, "guangdong-2017", [("R1", "小学", 9)])
    try file.write("set", author: author) { writer in
      try writer.db.execute(
        sql: "INSERT INTO threshold VALUES ('990102', 'national-2017', 'R1', '小学', 9, '别县', NULL, 0)")
    }
    #expect(try load(file).indicator("R1")?.thresholds[.primary] == 4.2)
  }

  @Test("a row without text stands for the shipped standard of that name")
  func withoutText() throws {
    let file = try countyFile()
    _ = try file.write("set", author: author) { writer in
      try writer.add(
        .standard,
        [
          "profile": "guangdong-2017", "version": "1", "active": 1,
        ])
    }
    #expect(try load(file).indicator("R3")?.thresholds[.junior] == 1)
  }
}
