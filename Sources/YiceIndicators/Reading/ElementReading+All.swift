extension ElementReading {
  /// Every 数据项 that a register tells.
  ///
  /// Of a register's readings the widest stands first: what a row lacks is told by it.
  package static let all: [ElementReading] =
    (pupils + teachers + rooms + grounds + equipment).compactMap { $0 }

  /// 专任教师: whoever is not marked so counts in nothing of theirs. 持证率 of the ledgers asks the same.
  package static let fullTime = ReadingCondition.yes("full_time")

  private static let pupils = [
    ElementReading("学生数", "class_roll", .column("head_count")),
    ElementReading("班级数", "class_roll"),
  ]

  private static let teachers = [
    teacher("专任教师数"),
    teacher("高于规定学历教师数", .listedForStage("education", in: "above_qualification")),
    teacher("骨干教师数", .listed("backbone", in: ["backbone"])),
    teacher("体育教师数", .listed("subject", in: ["pe_subjects"])),
    teacher("艺术教师数", .listed("subject", in: ["art_subjects"])),
    teacher("中级及以上职务教师数", .listed("title", in: ["middle_titles"])),
    // 交流轮岗, 兼职 and 走教, all three (2019 规程).
    ElementReading(
      "兼职走教体艺教师数", "teacher", .rows,
      [
        .notYes("full_time"), .filled("stage"), .amongOrYes("post", ["兼职", "走教"], or: "rotated"),
        .listed("subject", in: ["pe_subjects", "art_subjects"]),
      ], relaxation: "R3"),
  ]

  private static let rooms = [
    ElementReading("教学及辅助用房面积", "room", .column("floor_area"), [.listed("category", in: ["teaching_rooms"])]),
    ElementReading(
      "室内体育用房面积", "room", .column("floor_area"), [.listed("category", in: ["indoor_sports_rooms"])]),
    ElementReading(
      "网络多媒体教室数", "room", .rows,
      [.listed("category", in: ["multimedia_rooms"]), .yes("multimedia")]),
  ]

  private static let grounds = [
    ElementReading(
      "运动场地面积", "ground", .column("area"),
      [.listed("category", in: ["sports_grounds"]), .notYes("leased"), .notYes("converted")]),
    ElementReading(
      "租借运动场地面积", "ground", .column("area"),
      [.listed("category", in: ["sports_grounds"]), .yes("leased")], relaxation: "R5"),
    ElementReading(
      "改建运动场地面积", "ground", .column("area"),
      [.listed("category", in: ["sports_grounds"]), .notYes("leased"), .yes("converted")], relaxation: "R5"),
  ]

  private static let equipment = [
    ElementReading(
      "教学仪器设备值", "equipment", .column("value"),
      [.yesOrListed("counts_as_teaching", otherwise: "category", in: "teaching_equipment")]),
    ElementReading(
      "计算机台数", "equipment", .column("quantity"), [.listed("category", in: ["computers"])], needsRows: true),
    ElementReading(
      "图书册数", "equipment", .column("quantity"), [.listed("category", in: ["books"])], needsRows: true),
  ]

  /// Teachers count by the 学段 they teach.
  private static func teacher(_ name: String, _ conditions: ReadingCondition...) -> ElementReading? {
    ElementReading(name, "teacher", .rows, [fullTime, .filled("stage")] + conditions)
  }
}
