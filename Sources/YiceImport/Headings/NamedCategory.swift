internal import YiceStore

/// Kinds of rooms, grounds and equipment by what they are called, for lists that have no column for the kind. Nothing
/// unknown counts towards a figure.
///
/// Decision 0134.
struct NamedCategory {
  /// Columns whose words tell, the first that has one of them.
  let columns: [String]
  /// In order: the first that fits.
  let kinds: [(kind: String, words: [String])]
  /// Where no word is known; told.
  let otherwise: String

  static func of(_ table: CatalogTable) -> NamedCategory? { all[table.name] }

  private static let all: [String: NamedCategory] = [
    CatalogTable.room.name: NamedCategory(
      columns: ["name", "purpose"],
      kinds: [
        ("生活用房", ["食堂", "餐厅", "宿舍", "厕所", "卫生间", "浴室", "卫生室", "医务", "保健", "开水", "厨房", "锅炉", "小卖部", "就餐"]),
        ("行政办公用房", ["办公", "会议", "值班", "档案", "传达", "门卫", "教研室", "财务", "校长室", "广播", "监控", "总务", "文印"]),
        ("室内体育用房", ["体育馆", "风雨操场", "室内体育", "体育活动室", "乒乓球室", "体操房", "游泳馆", "体质测试"]),
        ("公共教学用房", ["图书", "阅览", "多功能", "报告厅", "心理", "德育展", "科技活动", "社团", "团队", "少先队", "合班", "录播", "公共"]),
        (
          "专用教室",
          [
            "音乐", "美术", "科学", "实验", "计算机", "微机", "信息", "舞蹈", "书法", "语音", "史地", "历史", "地理", "劳技", "劳动", "技术",
            "物理",
            "化学", "生物", "仪器", "准备室", "艺术", "创客", "机器人", "专用",
          ]
        ),
        ("教室", ["普通教室", "教室", "教学"]),
        ("其他用房", ["仓库", "车库", "配电", "储藏", "杂物", "设备间", "水泵"]),
      ], otherwise: "其他用房"),
    CatalogTable.ground.name: NamedCategory(
      columns: ["name", "purpose"],
      kinds: [
        ("其他场地", ["绿化", "绿地", "停车", "花园", "道路", "广场", "空地", "菜地", "农场", "基地", "生活区"]),
        (
          "运动场地", ["田径", "跑道", "操场", "运动", "球场", "体育", "器械", "足球", "篮球", "排球", "羽毛球", "乒乓", "网球", "沙坑", "游泳"]
        ),
      ], otherwise: "其他场地"),
    CatalogTable.equipment.name: NamedCategory(
      columns: ["name", "purpose"],
      kinds: [
        (
          "其他设备",
          [
            "课桌", "桌", "椅", "凳", "床", "柜", "书架", "沙发", "空调", "风扇", "饮水", "热水", "冰箱", "洗衣", "厨", "餐", "锅", "车",
            "监控", "门禁",
            "消防", "发电", "路灯", "复印", "打印", "传真", "碎纸", "保险", "锁", "窗帘", "办公",
          ]
        ),
        ("图书", ["图书", "书籍", "藏书", "绘本", "报刊"]),
        ("计算机", ["计算机", "电脑", "台式机", "笔记本", "云终端", "一体机电脑", "学生机", "教师机"]),
        (
          "教学仪器设备",
          [
            "教学", "仪器", "实验", "器材", "乐器", "钢琴", "电子琴", "古筝", "鼓", "琴", "画架", "画板", "石膏", "白板", "黑板", "投影",
            "一体机", "触控",
            "显微镜", "录播", "多媒体", "展台", "标本", "模型", "挂图", "地球仪", "篮球", "足球", "排球", "乒乓", "羽毛球", "体操", "跳", "垫",
            "单杠",
            "双杠", "天平", "示波器", "电源", "传感", "机器人", "打印笔", "音响", "功放", "话筒", "扩音", "服务器", "交换机", "平板", "电视",
            "摄像",
            "照相", "扫描仪", "语音", "班班通", "心理", "音乐", "美术", "体育", "科学", "物理", "化学", "生物", "劳动", "劳技",
          ]
        ),
      ], otherwise: "其他设备"),
  ]

  /// - Returns: `nil` where no word is known.
  func kind(_ texts: [String]) -> String? {
    for text in texts where !text.isEmpty {
      if let found = kinds.first(where: { $0.words.contains(where: text.contains) }) { return found.kind }
    }
    return nil
  }
}
