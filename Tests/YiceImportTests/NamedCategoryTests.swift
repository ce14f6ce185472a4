import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// Kinds of equipment and grounds by name. Decisions 0134, 0177.
@Suite struct NamedCategoryTests {
  private func kinds(_ names: [String]) throws -> (kinds: [String], outcome: ImportOutcome) {
    let desk = try Desk()
    let rows = names.enumerated().map { "E\(100 + $0.offset),\($0.element),1,1000" }
    let outcome = try desk.take(
      "资产编号,资产名称,数量,金额\n" + rows.joined(separator: "\n") + "\n", into: .equipment)
    return (try desk.values("SELECT category FROM equipment ORDER BY item_no"), outcome)
  }

  @Test(
    "the last word of a name says what a thing is",
    arguments: [
      (
        "教学仪器设备",
        [
          "交互式电子白板", "物理实验箱", "钢琴", "电子琴", "架子鼓", "体育器材", "篮球架", "足球门", "显微镜", "教学一体机", "音乐教室钢琴", "体育馆音响",
          "操场单杠",
          "投影仪EB-X41",
          "实验台", "地球仪（立体）", "教学仪器设备", "多媒体教室设备", "触控一体机86寸", "体操垫", "数学教具", "音乐用品", "物理滑轮组", "实验楼显微镜",
          "触控教学一体机",
        ]
      ),
      (
        "计算机",
        [
          "学生用计算机", "台式机", "笔记本电脑", "教师机", "电脑一体机", "平板电脑", "联想电脑", "计算机（学生用）", "台式电脑M420", "微机",
        ]
      ),
      ("图书", ["图书", "图书一批", "图书（小学）", "绘本", "课外书"]),
      (
        "其他设备",
        [
          "课桌凳", "体育器材柜", "计算机桌", "电脑桌", "图书柜", "图书架", "实验桌", "钢琴凳", "文件柜", "空调", "打印机", "教学楼监控", "办公电脑",
          "图书馆桌椅", "实验楼空调",
          "床垫", "餐桌", "校车", "器材架",
        ]
      ),
    ] as [(String, [String])])
  func things(_ kind: String, _ names: [String]) throws {
    let found = try kinds(names)
    for (name, own) in zip(names, found.kinds) { #expect(own == kind, "\(name)") }
    #expect(!found.outcome.codes.contains("unknown-kind"), "\(found.outcome.texts)")
    #expect(!found.outcome.codes.contains("beside-equipment"), "\(found.outcome.texts)")
  }

  @Test(
    "buildings, land and software are no equipment: kept as 其他设备, one line of each told with count and money")
  func beside() throws {
    let buildings = [
      "教学楼", "实验楼改造", "综合楼", "宿舍楼", "围墙", "操场", "土地", "房屋及构筑物", "校门", "道路", "绿化工程", "图书馆", "计算机教室", "实验室",
      "教学楼（东）", "体育馆",
      "塑胶跑道", "教学楼维修工程", "音乐教室", "食堂", "1号教学楼", "教学实验综合楼二期工程", "体育看台", "科学实验室改造",
    ]
    let software = ["图书管理系统", "教学软件", "教务管理平台", "学科资源库"]
    let found = try kinds(buildings + software)
    #expect(Set(found.kinds) == ["其他设备"])
    let told = found.outcome.findings.filter { $0.code == "beside-equipment" }
    #expect(told.count == 2 && found.outcome.findings.count == 2, "\(found.outcome.texts)")
    #expect(
      told.first?.message.contains(
        "有 \(buildings.count) 行是房屋、土地、构筑物（教学楼、实验楼改造、综合楼 等），合计 \(buildings.count * 1000) 元") == true)
    #expect(told.last?.message.contains("有 4 行是软件等无形资产") == true)
  }

  @Test("kinds that nobody knows are one line with their number and money")
  func unknown() throws {
    let found = try kinds(["某某物", "另一物", "电脑键盘", "图书扫码枪", "钢琴"])
    #expect(found.kinds == ["其他设备", "其他设备", "其他设备", "其他设备", "教学仪器设备"])
    let told = found.outcome.findings.filter { $0.code == "unknown-kind" }
    #expect(told.map(\.value) == ["某某物"])
    #expect(told.first?.message.contains("有 4 行没有写设备类别，按名称认不出是哪一类（某某物、另一物、电脑键盘、图书扫码枪），合计 4000 元") == true)
  }

  @Test(
    "the class of an asset comes before its name",
    arguments: ["资产分类", "资产类别", "资产大类", "固定资产分类名称", "类别", "设备类别"])
  func classes(_ heading: String) throws {
    let desk = try Desk()
    let sheet = """
      资产编号,资产名称,\(heading),数量,金额
      1,音乐设备,土地、房屋及构筑物,1,1000000
      2,钢琴,通用设备,1,20000
      3,实验用具,家具、用具、装具及动植物,10,5000
      4,教学资源,无形资产,1,80000
      5,小学课外读本,图书、档案,500,9000
      6,人事档案,图书和档案,1,10
      7,联想M420,台式机,30,120000
      8,主楼,房屋和构筑物,1,5000000
      9,物理仪器,专用设备,1,3000
      """ + "\n"
    guard !["类别", "设备类别"].contains(heading) else { return try column(heading) }
    let outcome = try desk.take(sheet, into: .equipment)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let kinds: [String] = try desk.values("SELECT category FROM equipment ORDER BY item_no")
    #expect(kinds == ["其他设备", "教学仪器设备", "其他设备", "其他设备", "图书", "其他设备", "计算机", "其他设备", "教学仪器设备"])
    #expect(
      !outcome.codes.contains("unknown-heading") && !outcome.codes.contains("unknown-kind"),
      "\(outcome.texts)")
  }

  /// The same where the class stands in the column for the kind.
  private func column(_ heading: String) throws {
    let desk = try Desk()
    let outcome = try desk.take(
      "资产编号,资产名称,\(heading),金额\n1,教学楼,房屋,1000000\n2,钢琴,通用设备,20000\n3,图书,图书,100\n", into: .equipment)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    let kinds: [String] = try desk.values("SELECT category FROM equipment ORDER BY item_no")
    #expect(kinds == ["其他设备", "教学仪器设备", "图书"])
  }

  @Test(
    "grounds too",
    arguments: [
      ("教学楼前广场", "其他场地"), ("篮球场", "运动场地"), ("田径场看台", "其他场地"), ("广场篮球场", "运动场地"), ("操场", "运动场地"),
      ("运动场停车区", "其他场地"),
    ])
  func grounds(_ name: String, _ kind: String) throws {
    let desk = try Desk()
    _ = try desk.take("场地编号,场地名称,面积\n1,\(name),500\n", into: .ground)
    #expect(try desk.value("SELECT category FROM ground") == kind)
  }

  @Test(
    "work on a thing is not the thing, and is told with its money", arguments: ["电脑维修", "投影仪安装费", "一体机维护"])
  func services(_ name: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("名称,数量,金额\n电脑,1,4000\n\(name),1,3000\n", into: .equipment)
    #expect(try desk.value("SELECT category FROM equipment WHERE name = '\(name)'") == "其他设备")
    #expect(outcome.texts.contains { $0.contains(name) && $0.contains("3000 元") }, "\(outcome.texts)")
  }
}
