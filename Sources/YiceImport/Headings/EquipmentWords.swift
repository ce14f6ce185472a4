/// Kinds of equipment by name, and what an asset list holds that is none. Decision 0177.
enum EquipmentWords {
  private static let teaching = "教学仪器设备"
  private static let computer = "计算机"
  private static let books = "图书"
  private static let other = "其他设备"

  enum Meaning: Sendable {
    case kind(String)
    /// Only where it ends the name: 图书一批, but not 图书扫码枪.
    case ending(String)
    case beside(AssetClass)
    /// A part or something undecided: told.
    case unknown
  }

  /// - Parameters:
  ///   - texts: the name, the use, and the words of the asset's class.
  ///   - asset: its class.
  static func kind(_ texts: [String], _ asset: AssetClass?) -> NamedCategory.Kind? {
    switch asset {
    case .building?: return .beside(.building)
    case .intangible?: return .beside(.intangible)
    case .furniture?: return .known(other)
    case .books?: return .known(texts.first?.contains("档案") == true ? other : books)
    case .equipment?, nil: break
    }
    // 电脑维修 is work, whatever it is done on.
    if let name = texts.first, asset == nil || asset == .equipment, services.contains(where: name.hasSuffix),
      case .kind? = words.meaning(name)?.meaning
    {
      return nil
    }
    for text in texts {
      guard let (meaning, isLast) = words.meaning(text) else { continue }
      switch meaning {
      case .kind(let kind): return .known(office.contains(where: text.contains) ? other : kind)
      case .ending(let kind) where isLast: return .known(kind)
      case .beside(let thing) where asset != .equipment: return .beside(thing)
      // Another text may know.
      case .ending, .beside, .unknown: continue
      }
    }
    for text in texts {
      guard let kind = uses.meaning(text)?.meaning, words.meaning(text) == nil else { continue }
      return .known(kind)
    }
    return nil
  }

  /// Whatever it is, it is not for teaching.
  private static let office = ["办公"]

  private static let services = [
    "维修", "维护", "保养", "修理", "租赁", "租金", "运维", "安装", "费", "费用", "服务", "培训", "检测", "回收",
  ]

  private static let furniture = [
    "课桌", "课椅", "桌椅", "桌凳", "书架", "图书架", "器材架", "货架", "展架", "报架", "沙发", "床垫", "坐垫", "桌垫", "床", "柜", "空调",
    "风扇", "饮水",
    "热水", "冰箱", "洗衣", "厨", "餐", "监控", "门禁", "消防", "灭火", "发电", "路灯", "复印", "打印", "传真", "碎纸", "保险柜", "窗帘", "办公",
    "汽车", "校车", "客车", "轿车", "三轮车", "电动车", "净水", "暖气", "取暖", "除湿", "电梯", "配电", "变压器", "安检", "考勤", "食堂设备",
    "厨房设备",
  ]
  private static let furnitureLast = ["桌", "椅", "凳", "柜", "床", "锅", "车", "锁", "灯", "沙发", "架子床"]

  private static let teachingThings = [
    "仪器", "器材", "乐器", "电子琴", "电钢琴", "画架", "画板", "石膏", "白板", "黑板", "投影", "一体机", "触控", "显微镜", "录播", "展台", "标本",
    "模型", "挂图", "地球仪", "篮球", "足球", "排球", "铅球", "实心球", "球门", "健身路径", "体育器械", "乒乓", "羽毛球", "体操", "跳绳", "跳箱",
    "跳高", "跳马", "跳远", "单杠", "双杠", "肋木",
    "垫",
    "天平", "示波器", "电源", "传感", "机器人", "打印笔", "音响", "功放", "话筒", "扩音", "服务器", "交换机", "平板", "电视", "摄像", "照相",
    "扫描仪",
    "语音", "班班通", "教具", "学具", "教学用具", "教学仪器", "教学设备", "教学器具", "实验设备", "实验台", "实验箱", "实验盒", "实验用具", "体育设备",
    "体育设施",
    "体育用品", "教室设备", "实验室设备", "功能室设备", "室设备", "琴", "鼓", "多媒体设备", "多媒体教学", "量筒", "烧杯", "试管", "滑轮", "弹簧秤", "电流表",
    "电压表", "电能表", "万用表", "酒精灯", "点读机", "复读机", "录音机", "照度计",
  ]
  private static let computers = [
    "计算机", "电脑", "台式机", "笔记本", "云终端", "学生机", "教师机", "一体机电脑", "计算机一体机", "电脑一体机", "台式一体机", "平板电脑", "便携式计算机",
    "微型计算机", "微机", "计算机设备", "电脑设备",
  ]
  private static let bookWords = [
    "图书", "书籍", "藏书", "绘本", "报刊", "图书资料", "课外书", "课外读物", "工具书", "杂志", "期刊", "字典", "词典", "图书购置", "纸质图书",
  ]

  private static let buildings = [
    "教学楼", "实验楼", "综合楼", "宿舍楼", "办公楼", "图书楼", "科技楼", "艺术楼", "教学用房", "房屋", "校舍", "平房", "用房", "围墙", "大门", "校门",
    "操场", "运动场", "体育场", "球场", "田径场", "跑道", "广场", "道路", "路面", "地面硬化", "硬化", "绿化", "草坪", "绿地", "花坛", "花园", "土地",
    "用地",
    "地块", "宗地", "构筑物", "建筑物", "挡土墙", "挡墙", "护坡", "水池", "水塔", "水井", "化粪池", "管网", "车棚", "连廊", "长廊", "走廊", "凉亭",
    "看台",
    "主席台", "升旗台", "国旗台", "旗台", "停车场", "喷泉", "雕塑", "景观", "假山", "排水", "屋面", "外墙", "门面", "文化墙", "实验田", "地板",
    "地坪", "塑胶",
  ]
  private static let buildingsLast = [
    "楼", "房", "室", "馆", "厅", "场", "院", "亭", "墙", "门", "路", "食堂", "宿舍", "厕所", "卫生间", "车库", "仓库", "建筑", "教室",
    "廊", "园", "井",
    "棚", "校区", "基地",
  ]
  private static let software = [
    "软件", "管理系统", "系统软件", "信息系统", "管理平台", "教学平台", "云平台", "资源平台", "平台", "资源库", "题库", "著作权", "专利", "商标", "网站",
    "土地使用权", "数字资源", "APP",
  ]
  private static let parts = [
    "鼠标", "键盘", "显示器", "显示屏", "主板", "硬盘", "内存", "显卡", "网线", "布线", "数据线", "电源线", "线缆", "配件", "耗材", "电子图书",
    "电脑包",
    "网络设备",
    "路由器", "电子书",
  ]
  /// What may stand behind: work on it, how many.
  private static let tails = [
    "改造", "扩建", "新建", "改建", "维修", "修缮", "装修", "加固", "建设", "工程", "项目", "款", "采购", "购置", "配套", "一批", "批", "若干",
    "套", "台",
    "等", "附属设施", "附属", "设施", "设备", "号", "主体", "及", "、", "，", "—", "－", "一", "二", "三", "四", "五", "六", "七", "八",
    "九", "十", "东",
    "西", "南", "北", "#", "旧", "新", "Ⅰ", "Ⅱ", "（", "）",
  ]

  private static let words = NameEnd<Meaning>(
    (furniture.map { ($0, .kind(other)) } + teachingThings.map { ($0, .kind(teaching)) })
      + computers.map { ($0, .kind(computer)) } + bookWords.map { ($0, .ending(books)) }
      + buildings.map { ($0, .beside(.building)) } + software.map { ($0, .beside(.intangible)) }
      + parts.map { ($0, .unknown) },
    last: furnitureLast.map { ($0, .kind(other)) } + buildingsLast.map { ($0, .beside(.building)) },
    tails: tails)

  /// Of a name that has no such word, what it is for: 物理弹簧, 音乐用品.
  private static let uses = NameEnd<String>(
    [
      "教学", "实验", "多媒体", "心理", "音乐", "美术", "体育", "科学", "物理", "化学", "生物", "劳动", "劳技", "地理", "历史",
    ].map { ($0, teaching) }, last: [], tails: [])
}
