/// 数据项: a raw amount that indicators are made of, and that a school types in (填报值) where it keeps no register.
package struct Element: Sendable, Hashable {
  /// Name as stored and read.
  package let name: String
  /// The unit values are stored in.
  package let unit: String
  /// Whether the amount is given by 学段 (teachers, pupils); otherwise it belongs to the whole school and is split.
  package let byStage: Bool
  /// Other names that spreadsheets use.
  package let synonyms: [String]
  /// 数据项 that it is part of: what is added to it is added to that as well.
  package var whole: String?

  /// Counted one by one: people, classes, rooms, copies.
  package var isWhole: Bool { Element.countingUnits.contains(unit) }

  private static let countingUnits: Set = ["人", "个", "间", "台", "册", "年", "级"]

  /// Every 数据项 that a statement may name.
  package static let all = resources + items + county

  /// What the resource indicators are made of.
  package static let resources: [Element] = [
    Element(name: "学生数", unit: "人", byStage: true, synonyms: ["pupils", "在校生数", "在校学生数", "学生人数"]),
    Element(name: "班级数", unit: "个", byStage: true, synonyms: ["classes", "班数", "教学班数"]),
    Element(name: "专任教师数", unit: "人", byStage: true, synonyms: ["teachers", "专任教师"]),
    Element(
      name: "高于规定学历教师数", unit: "人", byStage: true,
      synonyms: ["above_qualification", "高于规定学历教师", "高于规定学历专任教师", "高于规定学历专任教师数"]),
    Element(
      name: "骨干教师数", unit: "人", byStage: true,
      synonyms: ["backbone", "县级以上骨干教师数", "骨干教师", "县级及以上骨干教师数"]),
    Element(name: "体育教师数", unit: "人", byStage: true, synonyms: ["pe_teachers", "体育教师", "体育专任教师", "体育专任教师数"]),
    Element(
      name: "艺术教师数", unit: "人", byStage: true,
      synonyms: [
        "art_teachers", "艺术教师", "艺术(音乐、美术)专任教师数", "艺术专任教师数", "艺术(音乐、美术)教师数", "音乐、美术教师数",
        "音乐美术教师数",
      ]),
    Element(
      name: "中级及以上职务教师数", unit: "人", byStage: true,
      synonyms: ["middle_title", "中级及以上专业技术职务教师数"]),
    Element(
      name: "教学及辅助用房面积", unit: "㎡", byStage: false,
      synonyms: ["teaching_area", "教学及辅助用房", "教学辅助用房", "教学辅助用房面积", "教学及教学辅助用房", "教学及教学辅助用房面积"]),
    Element(
      name: "室内体育用房面积", unit: "㎡", byStage: false, synonyms: ["indoor_sports_area", "室内体育用房"],
      whole: "教学及辅助用房面积"),
    Element(
      name: "运动场地面积", unit: "㎡", byStage: false,
      synonyms: ["sports_ground_area", "体育运动场地面积", "运动场地"]),
    Element(
      name: "教学仪器设备值", unit: "元", byStage: false,
      synonyms: ["equipment_value", "教学仪器设备资产值", "设备值"]),
    Element(
      name: "网络多媒体教室数", unit: "间", byStage: false,
      synonyms: ["multimedia_rooms", "网络多媒体教室", "多媒体教室", "多媒体教室数", "建有网络多媒体教室数"]),
    Element(
      name: "计算机台数", unit: "台", byStage: false,
      synonyms: ["computers", "计算机", "计算机数", "教学用计算机台数", "教学用计算机数", "教学用计算机"]),
    Element(name: "图书册数", unit: "册", byStage: false, synonyms: ["books", "图书", "纸质图书", "纸质图书册数"]),
  ]

  /// The element of that name or synonym.
  package static func named(_ word: String) -> Element? {
    all.first { $0.name == word } ?? all.first { $0.synonyms.contains(word) }
  }
}
