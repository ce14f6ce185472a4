internal import GRDB
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Raw amounts that 学校自评表 asks for beside the values: grounds and halls apart, the area of each music and art room, the
/// largest class and how many are above 45 and 50.
///
/// Source: 学校自评表 附件4 (沈阳), domain.md §8: 体育场, 体育馆, 校园其他专用, 校外租借 分列；每间音乐、美术教室的面积；最大班额。
struct SchoolAmounts {
  private let source: FormSource
  private let words: RegisterRule

  init(_ source: FormSource, _ profile: Profile) {
    self.source = source
    words = profile.registers
  }

  /// What goes with an item of the form; nil: nothing, or nothing is registered.
  func text(_ item: String, of school: String) throws -> String? {
    switch item {
    case "R5": try places(school)
    case "G3": try rooms(school)
    case "G5": try classes(school)
    default: nil
    }
  }

  private func places(_ school: String) throws -> String? {
    func areas(_ rows: [Row]) -> String {
      rows.map { row in
        "\(row["name"] as String? ?? "未写名称") \(FigureText.plain(row["area"] as Double? ?? 0))"
      }.joined(separator: "、")
    }
    let grounds = try source.rows(
      """
      SELECT coalesce(nullif(purpose, ''), name) AS name, sum(area) AS area,
        CASE WHEN leased THEN '校外租借' WHEN converted THEN '地下或楼顶'
          WHEN track_length > 0 OR coalesce(purpose, name) IN ('体育场', '田径场', '运动场') THEN '体育场'
          ELSE '校园其他专用' END AS kind
      FROM ground WHERE org_code = ? AND school_year = ? AND category IN (\(list("sports_grounds")))
      GROUP BY 1, 3 ORDER BY 3, 2 DESC
      """, [school, source.year])
    let halls = try source.rows(
      """
      SELECT coalesce(nullif(name, ''), purpose) AS name, sum(floor_area * coalesce(room_count, 1)) AS area
      FROM room WHERE org_code = ? AND school_year = ? AND category IN (\(list("indoor_sports_rooms")))
      GROUP BY 1 ORDER BY 2 DESC
      """, [school, source.year])
    func part(_ kind: String) -> (String, [Row]) { (kind, grounds.filter { $0["kind"] == kind }) }
    let parts = [
      part("体育场"), ("体育馆", halls), part("校园其他专用"), part("地下或楼顶"), part("校外租借"),
    ].filter { !$0.1.isEmpty }.map { "\($0.0)：\(areas($0.1)) ㎡" }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  private func rooms(_ school: String) throws -> String? {
    let rooms = try source.rows(
      """
      SELECT coalesce(usable_area, floor_area) AS area, coalesce(room_count, 1) AS rooms, purpose, name, category
      FROM room WHERE org_code = ? AND school_year = ? ORDER BY 1 DESC
      """, [school, source.year])
    let parts = [("音乐", "music_rooms"), ("美术", "art_rooms")].compactMap { name, words -> String? in
      let list = RoomList(self.words.lists[words] ?? [])
      let rows = rooms.filter { row in
        RoomTold(purpose: row["purpose"], name: row["name"], category: row["category"]).answer(list)
          == .counts
      }
      let areas = rows.map { row in
        let area = (row["area"] as Double?).map { "\(FigureText.plain($0)) ㎡" } ?? "面积未填"
        let rooms: Int = row["rooms"]
        return rooms > 1 ? "\(area)×\(rooms) 间" : area
      }
      return areas.isEmpty ? nil : "\(name)教室：\(areas.joined(separator: "、"))"
    }
    return parts.isEmpty ? nil : parts.joined(separator: "；")
  }

  private func classes(_ school: String) throws -> String? {
    guard
      let row = try source.rows(
        """
        SELECT max(head_count) AS largest, sum(head_count > 45) AS above45, sum(head_count > 50) AS above50
        FROM class_roll WHERE org_code = ? AND school_year = ? AND stage IN ('小学', '初中')
        """, [school, source.year]
      ).first, let largest = row["largest"] as Int?
    else { return nil }
    return "最大班额 \(largest) 人，超过 45 人的班 \(row["above45"] as Int) 个，超过 50 人的班 \(row["above50"] as Int) 个"
  }

  private func list(_ name: String) -> String {
    (words.lists[name] ?? []).map {
      "'" + $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    .joined(separator: ", ")
  }
}
