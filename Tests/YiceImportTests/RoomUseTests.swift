import GRDB
import Testing
import YiceImport
import YiceModel
import YiceStore
import YiceTestSupport

/// What rooms are for, as schools write it. Decision 0177.
@Suite struct RoomUseTests {
  @Test(
    "a name says what the room is for by its end",
    arguments: [
      (
        "音乐教室",
        [
          "音乐", "音乐室", "音乐教室（一）", "音乐教室1", "音乐教室A", "301 音乐教室", "301音乐教室", "音乐课", "音乐专用教室", "唱游教室", "小学音乐教室",
          "音樂教室", "音 乐 教 室", "音乐一室", "第一音乐教室", "音乐教室二", "笃行楼-音乐教室", "教学楼3楼音乐教室", "实验小学音乐教室", "图书馆二楼音乐教室",
          "科学楼音乐教室", "初中部音乐教室", "大音乐教室", "音乐教室（东）", "音乐教室2间", "音乐教室 东楼", "一(1)班音乐教室", "音乐课室", "多媒体音乐教室",
          "专用教室（音乐）", "教学楼/音乐教室", "音乐教室（多媒体）", "音乐学科教室", "音乐功能室", "音乐教室三楼", "１号音乐教室",
        ]
      ),
      (
        "美术教室", ["美术室", "美术室（一）", "美术（2）", "美術教室", "美术课", "美术专用教室", "绘画教室", "北楼402美术教室", "美术教室（小学部）"]
      ),
      ("科学教室", ["科学", "科学室", "科学实验室", "小学科学实验室2", "科学探究室", "自然实验室", "自然教室"]),
      ("计算机教室", ["计算机室", "微机室", "微机教室", "电脑室", "电脑教室", "信息科技教室", "信息技术室", "计算机房", "学生机房", "計算機教室"]),
      ("物理实验室", ["物理实验室", "物理实验室（力学）", "初中物理实验室1", "物理探究室"]),
      ("教师办公室", ["教师办公室", "音乐教师办公室", "音乐教研组", "美术组", "图书馆办公室", "语文组办公室", "一年级办公室", "办公室（音乐）"]),
      ("行政办公室", ["教学楼值班室", "校长办公室", "会议室", "德育处"]),
      ("体育器材室", ["体育器材室", "体育器材库"]),
      ("音美器材室", ["音乐器材室", "美术准备室", "乐器室"]),
      ("其他", ["仓库", "音乐仓库", "教学楼杂物间", "仓库（原音乐教室）"]),
      ("图书室", ["图书馆", "图书阅览室", "阅览", "图书室2"]),
      ("多功能教室", ["多功能厅", "阶梯教室", "合班教室"]),
      ("普通教室", ["普通教室", "一(1)班", "七年级（2）班教室", "三年级教室"]),
    ] as [(String, [String])])
  func understood(_ use: String, _ texts: [String]) {
    for text in texts {
      let meaning = RoomWords.meaning(text)
      #expect(meaning.uses == [use] && meaning.isUnderstood, "\(text): \(meaning)")
    }
  }

  @Test(
    "what several share or nobody knows is none of them",
    arguments: [
      "音体美教室", "音、体、美教室", "国画室", "音乐美术教室", "音乐/美术教室", "音乐、美术", "音乐舞蹈室", "艺术教室", "音乐教室兼办公室", "美术（书法）教室", "书画室",
      "音乐厅?", "梦想教室",
      "音乐活动室", "美术馆", "原音乐教室", "拟建音乐教室", "音乐教室（停用）", "音乐教室旁小屋", "音乐主题美术教室", "体育教室", "理化生实验室", "实验室", "机房",
    ])
  func told(_ text: String) { #expect(!RoomWords.meaning(text).isUnderstood, "\(RoomWords.meaning(text))") }

  @Test(
    "what says nothing leaves it to the other column",
    arguments: ["教学", "上课", "教学用", "301教室", "专用教室", "教室", "无", "学生上课", ""])
  func nothing(_ text: String) { #expect(RoomWords.meaning(text).saysNothing, "\(RoomWords.meaning(text))") }

  private func take(_ row: String) throws -> ImportOutcome {
    try Desk().take("用房编号,用房名称,用房类别,用途,面积\n\(row)\n", into: .room)
  }

  @Test(
    "a 专用教室 that nobody understands and a room that 音乐 or 美术 shares are told where they are read",
    arguments: [
      ("F1,音体美教室,专用教室,,90", "音体美教室"), ("F1,301,专用教室,音乐/美术,90", "音乐/美术"), ("F1,梦想教室,专用教室,教学,90", "梦想教室"),
      ("F1,音乐美术教室,教室,,90", "音乐美术教室"), ("F1,3楼东,专用教室,上课,90", "3楼东"),
    ])
  func remarked(_ row: String, _ text: String) throws {
    let outcome = try take(row)
    #expect(outcome.errors == 0)
    #expect(
      outcome.findings.filter { $0.code == "not-understood" }.map(\.value) == [text], "\(outcome.texts)")
    #expect(outcome.texts.contains { $0.contains("第 2 行") && $0.contains("请在“用途”里写明") })
  }

  @Test(
    "rooms whose use no figure needs are not asked about",
    arguments: [
      "F1,办公室,行政办公用房,,20", "F1,仓库,其他用房,,20", "F1,舞蹈室,专用教室,,90", "F1,301,教室,,60", "F1,陶艺室,专用教室,,60",
      "F1,音乐教室,专用教室,教学,96",
      "F1,不知名,其他用房,某用途,20", "F1,多媒体教室,专用教室,,80",
    ])
  func quiet(_ row: String) throws {
    let outcome = try take(row)
    #expect(!outcome.codes.contains("not-understood"), "\(outcome.texts)")
  }

  @Test("用途 and names are kept as they are written")
  func kept() throws {
    let desk = try Desk()
    _ = try desk.take("用房编号,用房名称,用房类别,用途\nF1,301 音乐教室,专用教室,音乐课\n", into: .room)
    #expect(try desk.value("SELECT name || '|' || purpose FROM room") == "301 音乐教室|音乐课")
  }

  @Test("a county's own words count as they stand; of a shared room all uses must be of the list")
  func lists() {
    let own = RoomList(["美术教室", "书画室", "雅集"])
    func answer(_ text: String) -> RoomList.Answer { own.answer(text, RoomWords.meaning(text)) }
    #expect(answer("雅集") == .counts && answer("雅集2") == .counts && answer("书画室（一）") == .counts)
    #expect(answer("美术室") == .counts && answer("音乐室") == .other)
    #expect(answer("美术书法教室") == .doubtful)
    #expect(RoomList(["美术教室", "书法教室"]).answer("美术、书法室", RoomWords.meaning("美术、书法室")) == .counts)
  }

  @Test(
    "用房类别 follows from what the room is for, not from one word of it",
    arguments: [
      ("教学楼值班室", "行政办公用房"), ("教师办公室", "行政办公用房"), ("图书馆办公室", "行政办公用房"), ("音乐教师办公室", "行政办公用房"),
      ("体育器材室", "其他用房"),
      ("美术室", "专用教室"), ("三年级2班教室", "教室"), ("301教室", "教室"), ("多媒体教室", "教室"), ("3D打印室", "专用教室"),
      ("男生宿舍楼", "生活用房"), ("体育馆", "室内体育用房"), ("心理咨询室", "公共教学用房"),
      ("学生食堂", "生活用房"),
      ("教学楼广场", "其他用房"), ("实验准备室", "专用教室"), ("音体美教室", "其他用房"),
    ])
  func category(_ name: String, _ kind: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("用房编号,用房名称,面积\nF1,\(name),90\n", into: .room)
    #expect(try desk.value("SELECT category FROM room") == kind, "\(outcome.texts)")
  }

  @Test(
    "a list of names and areas alone is numbered, the unit behind a stroke or in brackets",
    arguments: ["面积", "面积/㎡", "面积（㎡）", "建筑面积/平方米"])
  func numbered(_ heading: String) throws {
    let desk = try Desk()
    let outcome = try desk.take("房间名称,\(heading)\n音乐室,96\n美术室,90\n", into: .room)
    #expect(outcome.errors == 0, "\(outcome.texts)")
    #expect(try desk.value("SELECT sum(floor_area) FROM room WHERE category = '专用教室'") == 186)
  }

  @Test("one cell with a bad 用房类别 is told once")
  func once() throws {
    let outcome = try take("F1,音乐室,教学房,音乐,90")
    #expect(
      outcome.findings.filter { $0.location.row == 2 }.map(\.code) == ["not-allowed"], "\(outcome.texts)")
  }
}
