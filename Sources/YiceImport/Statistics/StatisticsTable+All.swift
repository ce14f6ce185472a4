internal import YiceModel

extension StatisticsTable {
  /// The tables that are read.
  ///
  /// Source: labels of public fill-in tools and of workbooks of 2020/21 to 2024/25. 基础基112 is the number 1102续 had.
  package static let all: [StatisticsTable] = [
    backbone, pupils, classes, teachers, buildings, conditions,
  ]

  private static let pupils = StatisticsTable(
    numbers: [
      Number("教基3112", .primary, fixed: true), Number("教基3115", .junior, fixed: true),
    ],
    title: "小学、初中在校生",
    titleWords: Title(
      words: ["学生数", "在校生", "在校学生", "分类型学生"].map { [$0] },
      without: ["班额", "教师", "年龄", "变动", "残疾", "特殊教育", "幼儿", "高中", "办学条件", "其他情况"]),
    rules: Stage.compulsory.map { stage in
      Rule(
        "学生数", stage, within: ["学生数"],
        ways: [
          [Cell(["在校生数", "在校生", "在校学生数", "在校学生", stage.rawValue + "在校生数", stage.rawValue + "在校生"])]
        ])
    })

  private static let classes = StatisticsTable(
    numbers: [
      Number("教基2106", .primary, fixed: true), Number("教基2107", .junior, fixed: true),
    ],
    title: "小学、初中班额", titleWords: Title(words: [["班额"]], without: ["幼儿", "高中"]),
    rules: Stage.compulsory.map { stage in
      Rule(
        "班级数", stage, within: ["班额", "班额情况"],
        ways: [
          [Cell(["班数", "班级数", "教学班数", "教学班", "班数合计", stage.rawValue + "班数"])],
          // The whole table counts classes: the sum's row and column say no more.
          [Cell()],
        ])
    })

  /// Both 学段 in one table since about 2024, one each before. 艺术 is already 音乐 and 美术 together: 体育 and 艺术 are
  /// taken, not all four.
  private static let teachers = StatisticsTable(
    numbers: [Number("教基4155", .primary), Number("教基4156", .junior, fixed: true)],
    title: "专任教师分课程、分学历",
    titleWords: Title(
      words: [["专任教师", "课程"], ["专任教师", "分学历"]], without: ["年龄", "职称", "职务", "变动", "高中", "幼儿"]),
    rules: Stage.compulsory.flatMap { stage in
      let postgraduate = Cell(["研究生毕业", "研究生", "研究生学历", "其中:研究生"])
      let doctor = Cell(["博士研究生", "博士", "博士研究生毕业", "博士毕业"], optional: true)
      let master = Cell(["硕士研究生", "硕士", "硕士研究生毕业", "硕士毕业"])
      let bachelor = Cell(["本科毕业", "本科", "大学本科", "本科学历", "大学本科毕业"])
      let college = Cell(["专科毕业", "专科", "大学专科", "专科学历", "大专", "大学专科毕业"])
      // 高于规定学历: 小学 专科 and above, 初中 本科 and above.
      let above = stage == .primary ? [bachelor, college] : [bachelor]
      let music = ["音乐", "音乐课"]
      let painting = ["美术", "美术课"]
      let art = ["艺术", "艺术课"]
      return [
        Rule("专任教师数", stage, within: teaching, ways: [[Cell()]]),
        Rule(
          "高于规定学历教师数", stage, within: teaching, ways: [[postgraduate] + above, [doctor, master] + above]),
        Rule("体育教师数", stage, within: teaching, ways: [[Cell(["体育", "体育与健康", "体育课"])]]),
        Rule(
          "艺术教师数", stage, within: teaching,
          ways: [[Cell(art)], [Cell(art, music), Cell(art, painting)], [Cell(music), Cell(painting)]],
          parts: [Cell(music), Cell(painting)]),
      ]
    })

  private static let teaching = [
    "专任教师", "专任教师数", "分课程", "分学历", "学历", "课程", "任教课程", "授课课程", "按课程分", "按授课课程分", "按任教课程分", "按学历分",
  ]

  /// 骨干教师 of county level and above: the sum of the table also counts those of the school. A table by level, or a line
  /// of a list of items.
  private static let backbone = StatisticsTable(
    numbers: [Number("教基1102续"), Number("基础基112"), Number("教基1102")],
    title: "骨干教师", titleWords: Title(words: [["骨干教师"], ["学校", "其他情况"]], without: ["办学条件"]),
    rules: Stage.compulsory.map { stage in
      let levels = [
        ["国家级", "国家级骨干教师"], ["省级", "省级骨干教师", "省(自治区、直辖市)级"],
        ["市级", "地市级", "地级", "市级骨干教师", "地(市)级"], ["县级", "区县级", "县区级", "县级骨干教师", "县(区)级"],
      ]
      let sums = ["县级及以上", "县级以上", "县(区)级及以上", "区县级及以上", "县级(含)以上", "县(市、区)级及以上"]
      let sum = sums.flatMap { word in ["", "骨干教师", "骨干教师数"].map { word + $0 } }
      return Rule(
        "骨干教师数", stage, within: ["骨干教师", "骨干教师数", "专任教师", "专任教师中骨干教师", "按级别分"],
        ways: [[Cell(sum + sum.map { stage.rawValue + $0 })], levels.map { Cell($0) }])
    })

  /// In statistics 室内体育用房 lies within 教学及辅助用房; indicator R4 takes it out.
  private static let buildings = StatisticsTable(
    numbers: [Number("教基5170")], title: "校舍",
    titleWords: Title(words: [["校舍"]], without: ["办学条件", "危房情况", "高等"]),
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
    "校舍建筑面积", "建筑面积", "学校产权校舍建筑面积", "学校产权建筑面积", "学校产权", "校舍面积", "用房面积", "本学年校舍建筑面积",
    "本学年学校产权校舍建筑面积",
  ]

  private static let conditions = StatisticsTable(
    numbers: [Number("教基5176")], title: "占地面积及其他办学条件",
    titleWords: Title(words: [["办学条件"]], without: ["高等"]),
    rules: [
      Rule(
        "运动场地面积", within: owned + conditionsWithin + ["占地面积", "学校占地面积", "校园占地面积"],
        ways: [[Cell(["运动场地", "运动场地面积", "体育运动场地面积", "体育运动场(馆)面积", "运动场地占地面积"])]]),
      Rule(
        "教学仪器设备值",
        within: conditionsWithin + ["固定资产总值", "固定资产", "固定资产值", "学校产权", "资产值", "设备资产"],
        ways: [
          [
            Cell([
              "教学仪器设备资产值", "教学仪器设备值", "教学、实习仪器设备资产值", "教学、科研仪器设备资产值", "教学实习仪器设备资产值",
              "教学仪器设备资产值(账面原值)",
            ])
          ]
        ]),
      Rule(
        "网络多媒体教室数", within: conditionsWithin + ["教室", "教室数", "学校产权", "信息化"],
        ways: [[Cell(["网络多媒体教室", "网络多媒体教室数"])]]),
      Rule(
        "计算机台数",
        within: conditionsWithin + ["计算机", "计算机数", "数字终端", "数字终端数", "学校产权"],
        ways: [[Cell(["教学用计算机", "教学用计算机台数", "教学用计算机数"])], [Cell(["教学用终端", "教学用终端数"])]]),
      Rule(
        "图书册数", within: conditionsWithin + ["学校产权", "图书资料"],
        ways: [[Cell(["图书", "图书册数", "纸质图书", "图书藏量", "图书数"])]]),
    ])

  private static let conditionsWithin = ["占地面积及其他办学条件", "其他办学条件", "办学条件"]
}
