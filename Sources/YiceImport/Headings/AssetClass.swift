/// Classes of an asset list that are no equipment, whatever the asset is called.
///
/// 教学仪器设备资产值 is a part of 固定资产总值 beside them (教基5176). Classes of 固定资产等资产基础分类与代码（GB/T 14885—2010、
/// 2022）: 土地、房屋及构筑物 · 通用设备 · 专用设备 · 文物和陈列品 · 图书、档案 · 家具、用具、装具及动植物 · 无形资产 (2010); 房屋和构筑物 · 设备 ·
/// 文物和陈列品 · 图书和档案 · 家具和用具 · 特种动植物 · 物资 · 无形资产 (2022).
enum AssetClass: String, CaseIterable {
  case building = "房屋、土地、构筑物"
  case intangible = "软件等无形资产"
  case furniture = "家具、用具、文物、动植物、物资"
  /// 图书 among them count by their number.
  case books = "图书、档案"
  /// The name says which.
  case equipment = "设备"

  /// Words of classes, in their order: 计算机设备及软件 is equipment.
  private static let words: [(AssetClass, [String])] = [
    (.intangible, ["无形资产", "土地使用权", "著作权", "专利", "商标"]),
    (.building, ["房屋", "构筑物", "土地", "建筑物"]),
    (.furniture, ["家具", "用具", "装具", "动植物", "文物", "陈列品", "物资"]),
    (.books, ["图书", "档案"]),
    (.equipment, ["通用设备", "专用设备", "计算机设备及软件", "办公设备", "仪器仪表"]),
  ]

  static func of(_ text: String) -> AssetClass? {
    if text == "设备" { return .equipment }
    return words.first { $0.1.contains(where: text.contains) }?.0
  }

  /// Headings of columns that give it.
  static let headings: Set = [
    "资产分类", "资产类别", "资产大类", "资产门类", "资产分类名称", "资产类别名称", "资产类型", "固定资产分类", "固定资产类别", "固定资产大类",
    "固定资产分类名称", "固定资产类别名称", "固定资产类型", "国标大类", "国标分类", "国标分类名称", "国标类别", "资产国标大类", "资产国标分类",
    "资产国标分类名称", "分类名称", "大类", "门类", "类别名称",
  ]
}
