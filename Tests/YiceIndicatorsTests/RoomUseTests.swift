import GRDB
import Testing
import YiceIndicators
import YiceModel
import YiceStandards

/// G3 by what rooms are for, as schools write it. Decision 0177.
@Suite("rooms by what they are for")
struct RoomUseTests {
  private let code = ItemTests.a

  /// - Parameter rooms: 用房类别, 用途, name, usable area.
  private func found(_ rooms: [(String, String?, String?, Double)], _ profile: Profile? = nil) throws -> (
    actual: [Double?], met: Bool?, told: [String]
  ) {
    let sql: String = rooms.enumerated().map { index, room -> String in
      func text(_ text: String?) -> String { text.map { "'\($0)'" } ?? "NULL" }
      return "INSERT INTO room (org_code, school_year, room_no, category, purpose, name, usable_area) VALUES "
        + "('\(code)', 2022, 'F\(index)', '\(room.0)', \(text(room.1)), \(text(room.2)), \(room.3));"
    }.joined()
    let profile = try profile ?? ProfileCatalog.named(ProfileCatalog.defaultID)
    let (items, findings) = try TestCounty.memory().write { db in
      try TestCounty.stated(code: code, kind: "小学", pupils: 40).insert(into: db)
      try db.execute(sql: sql)
      return try WorkedYear.with(db, year: 2022, profile: profile) {
        (try $0.items(of: "990101"), $0.figures.findings)
      }
    }
    let item = try #require(items.item("G3"))
    return (
      item.schools.map(\.actual), item.met,
      findings.filter { $0.code == "not-understood" }.map(\.message)
    )
  }

  @Test(
    "ways of writing it, also those that a file of before holds",
    arguments: [
      (nil, "音乐室", nil, "美术室（一）"), (nil, "301 音乐教室", "美术课", "乙"), ("音乐课", nil, "美术", nil),
      ("教学", "音乐教室", "上课", "美术室"),
      ("音乐专用教室", "甲", nil, "小学美术教室"), (nil, "音樂教室", nil, "美术（2）"), ("唱游教室", nil, nil, "美术教室A"),
    ] as [(String?, String?, String?, String?)])
  func counts(_ music: (String?, String?, String?, String?)) throws {
    let found = try found([("专用教室", music.0, music.1, 96), ("专用教室", music.2, music.3, 90)])
    #expect(found.actual == [1, 1] && found.met == true, "\(found)")
    #expect(found.told == [])
  }

  @Test("what several share makes no 0, and is named with the command that mends it")
  func shared() throws {
    let found = try found([("专用教室", nil, "音体美教室", 120), ("专用教室", "音乐/美术", "302", 100)])
    #expect(found.actual == [nil, nil] && found.met == nil, "\(found)")
    #expect(found.told.count == 2)
    #expect(found.told.contains { $0.contains("“用房”有 1 行的“用房名称”（音体美教室）没有认出是哪一种用途") })
    #expect(found.told.contains { $0.contains("yice set 文件 用房 --where 用途=音乐/美术 用途=…") })
  }

  @Test("nor does a 专用教室 of which nothing is said")
  func unknown() throws {
    for room in [("专用教室", nil, nil, 100), ("专用教室", nil, "301", 100), ("专用教室", "教学", "梦想教室", 100)]
      as [(String, String?, String?, Double)]
    {
      let found = try found([room])
      #expect(found.actual == [nil, nil] && found.told.count == 1, "\(found)")
    }
  }

  @Test("where rooms are of other uses, there is a 0 and nothing to tell")
  func other() throws {
    let found = try found([
      ("专用教室", nil, "科学实验室", 100), ("行政办公用房", nil, "音乐教师办公室", 20), ("其他用房", "仓库", "音乐教室", 96),
      ("教室", nil, "301", 60),
      ("其他用房", nil, "不知名", 60), ("教室", "普通教室", "美术教室", 90),
    ])
    #expect(found.actual == [0, 0] && found.met == false && found.told == [], "\(found)")
  }

  @Test("a room that counts makes the figure, and the other is still named")
  func mixed() throws {
    let found = try found([("专用教室", nil, "音乐教室", 96), ("专用教室", nil, "音体美教室", 96)])
    #expect(found.actual == [1, nil] && found.told.count == 1, "\(found)")
  }

  @Test("a county's own words count as they stand")
  func own() throws {
    var profile = try ProfileCatalog.named(ProfileCatalog.defaultID)
    profile.registers.lists["music_rooms", default: []].append("雅韵轩")
    let found = try found([("专用教室", nil, "雅韵轩2", 96), ("专用教室", "美术教室", nil, 90)], profile)
    #expect(found.actual == [1, 1] && found.told == [], "\(found)")
  }
}
