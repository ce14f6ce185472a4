internal import YiceModel

extension StatisticsTable {
  /// The tables that are read, by their 表号. Longer numbers come first: 1102续 is not 1102.
  package static let all: [StatisticsTable] = [
    backbone, pupils("教基3112", .primary), pupils("教基3115", .junior), classes("教基2106", .primary),
    classes("教基2107", .junior), teachers("教基4155", .primary), teachers("教基4156", .junior), buildings,
    conditions,
  ]

  private static func pupils(_ code: String, _ stage: Stage) -> StatisticsTable {
    StatisticsTable(
      code: code, title: stage.rawValue + "在校生",
      rules: [
        Rule(
          "学生数", stage, within: [stage.rawValue, stage.rawValue + "阶段", "学生数"],
          ways: [
            [Cell(["在校生数", "在校生", "在校学生数", "在校学生", stage.rawValue + "在校生数", stage.rawValue + "在校生"])]
          ])
      ])
  }

  private static func classes(_ code: String, _ stage: Stage) -> StatisticsTable {
    StatisticsTable(
      code: code, title: stage.rawValue + "班额",
      rules: [
        Rule(
          "班级数", stage, within: [stage.rawValue, stage.rawValue + "阶段", "班额", "班额情况"],
          ways: [
            [Cell(["班数", "班级数", "教学班数", "教学班", "班数合计", stage.rawValue + "班数"])],
            // The whole table counts classes: the sum's row and column say no more.
            [Cell()],
          ])
      ])
  }

  /// 艺术 is already 音乐 and 美术 together: 体育 and 艺术 are taken, not all four.
  private static func teachers(_ code: String, _ stage: Stage) -> StatisticsTable {
    let postgraduate = ["研究生毕业", "研究生", "研究生学历", "其中:研究生"]
    let bachelor = ["本科毕业", "本科", "大学本科", "本科学历", "大学本科毕业"]
    let college = ["专科毕业", "专科", "大学专科", "专科学历", "大专", "大学专科毕业"]
    let music = ["音乐", "音乐课"]
    let painting = ["美术", "美术课"]
    let art = ["艺术", "艺术课"]
    let above = stage == .primary ? [postgraduate, bachelor, college] : [postgraduate, bachelor]
    let within = [
      stage.rawValue, stage.rawValue + "阶段", "专任教师", "专任教师数", "分课程", "分学历", "学历", "课程", "任教课程", "按课程分",
      "按学历分",
    ]
    return StatisticsTable(
      code: code, title: stage.rawValue + "专任教师分课程、分学历",
      rules: [
        Rule("专任教师数", stage, within: within, ways: [[Cell()]]),
        Rule("高于规定学历教师数", stage, within: within, ways: [above.map { Cell($0) }]),
        Rule("体育教师数", stage, within: within, ways: [[Cell(["体育", "体育与健康", "体育课"])]]),
        Rule(
          "艺术教师数", stage, within: within,
          ways: [[Cell(art)], [Cell(art, music), Cell(art, painting)], [Cell(music), Cell(painting)]]),
      ])
  }

  /// 骨干教师 of county level and above: the sum of the table also counts those of the school.
  private static let backbone = StatisticsTable(
    code: "教基1102续", title: "骨干教师",
    rules: Stage.compulsory.map { stage in
      let own = [stage.rawValue, stage.rawValue + "阶段", stage.rawValue + "部", "普通" + stage.rawValue]
      let levels = [
        ["国家级", "国家级骨干教师"], ["省级", "省级骨干教师", "省(自治区、直辖市)级"],
        ["市级", "地市级", "地级", "市级骨干教师", "地(市)级"], ["县级", "区县级", "县区级", "县级骨干教师", "县(区)级"],
      ]
      return Rule(
        "骨干教师数", stage, within: ["骨干教师", "骨干教师数", "专任教师", "专任教师中骨干教师", "按级别分"],
        ways: [
          [Cell(own, ["县级及以上骨干教师", "县级以上骨干教师", "县级及以上", "县级以上"])], levels.map { Cell(own, $0) },
        ])
    })

  /// In statistics 室内体育用房 lies within 教学及辅助用房; indicator R4 takes it out.
  private static let buildings = StatisticsTable(
    code: "教基5170", title: "校舍",
    rules: [
      Rule(
        "教学及辅助用房面积", within: owned,
        ways: [[Cell(["教学及辅助用房", "教学及教学辅助用房", "教学及辅助用房面积", "教学辅助用房"])]]),
      Rule(
        "室内体育用房面积",
        within: owned + ["教学及辅助用房", "教学及教学辅助用房", "公共教学用房", "教学辅助用房"],
        ways: [[Cell(["室内体育用房", "体育馆", "风雨操场", "体育活动室", "室内体育用房面积"])]]),
    ])

  private static let owned = [
    "校舍建筑面积", "建筑面积", "学校产权校舍建筑面积", "学校产权建筑面积", "学校产权", "校舍面积", "用房面积",
  ]

  private static let conditions = StatisticsTable(
    code: "教基5176", title: "占地面积及其他办学条件",
    rules: [
      Rule(
        "运动场地面积", within: owned + ["占地面积", "学校占地面积", "校园占地面积"],
        ways: [[Cell(["运动场地", "运动场地面积", "体育运动场地面积", "体育运动场(馆)面积", "运动场地占地面积"])]]),
      Rule(
        "教学仪器设备值", within: ["固定资产总值", "固定资产", "固定资产值", "学校产权", "资产值", "设备资产"],
        ways: [
          [Cell(["教学仪器设备资产值", "教学仪器设备值", "教学、实习仪器设备资产值", "教学、科研仪器设备资产值", "教学实习仪器设备资产值"])]
        ]),
      Rule(
        "网络多媒体教室数", within: ["教室", "教室数", "学校产权", "信息化"], ways: [[Cell(["网络多媒体教室", "网络多媒体教室数"])]]),
      Rule(
        "计算机台数", within: ["计算机", "计算机数", "数字终端", "数字终端数", "学校产权"],
        ways: [[Cell(["教学用计算机", "教学用计算机台数", "教学用计算机数"])], [Cell(["教学用终端", "教学用终端数"])]]),
      Rule(
        "图书册数", within: ["学校产权", "图书资料"],
        ways: [[Cell(["图书", "图书册数", "纸质图书", "图书藏量", "图书数"])]]),
    ])
}
