package import YiceModel

/// The register behind an element: where a school keeps it, the register counts and the statement does not.
package enum ElementRegister {
  /// What a relaxation lets a school count besides; read by SQL/55.
  static let relaxedElements = Element.items.filter { ["兼职走教体艺教师数", "租借运动场地面积"].contains($0.name) }

  /// Name of the table that the element is read from.
  package static func table(of element: Element) -> String {
    switch element.name {
    case "学生数", "班级数": "class_roll"
    case "运动场地面积", "租借运动场地面积": "ground"
    case "教学及辅助用房面积", "室内体育用房面积", "网络多媒体教室数": "room"
    case "教学仪器设备值", "计算机台数", "图书册数": "equipment"
    default: "teacher"
    }
  }
}
