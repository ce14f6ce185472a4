internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Whether the person, room or thing of a row still is one of the school's: by a column of its own, by its 备注, by the name of the
/// sheet. What a column or a sheet says is believed; a remark is told, for it may speak of another time or another person.
///
/// Source of the words for people: 人员状态 of 全国教师管理信息系统. Those for rooms and things are what lists of schools have, and no
/// official wording: only what cannot be there (在建, 已报废) is left out by them. Decision 0187.
final class RowStanding: Sendable {
  /// Columns that say it.
  let headings: Set<String>
  /// Words for what the school no longer has.
  let gone: [String]
  /// Words for what it has and does not use.
  let unused: [String]
  /// Beside one of these they say something else: 退休返聘, 待报废.
  let unless: [String]
  /// What the table holds, as a message calls it.
  let things: String
  /// What a sheet's name or title says of rows that are the school's.
  let present: [String]

  private init(
    headings: Set<String>, gone: [String], unused: [String], unless: [String], things: String,
    present: [String]
  ) {
    self.headings = headings
    self.gone = gone
    self.unused = unused
    self.unless = unless
    self.things = things
    self.present = present
  }

  static func of(_ table: CatalogTable) -> RowStanding? { all[table.name] }

  /// By which a cell is passed over that says nothing of it.
  var beginnings: FirstCharacters { FirstCharacters(gone + unused) }

  func isGone(_ words: String) -> Bool { says(gone, words) }

  func isUnused(_ words: String) -> Bool { says(unused, words) }

  /// Whether a text speaks of what is gone, or soon may be: 待报废设备.
  func mayBeGone(_ text: String) -> Bool { (gone + unused).contains(where: text.contains) }

  private func says(_ words: [String], _ text: String) -> Bool {
    words.contains(where: text.contains) && !unless.contains(where: text.contains)
  }

  /// Whether a text says that and nothing else.
  func isWholly(_ text: String) -> Bool {
    let bare = SheetWords.withoutNumber(text)
    return gone.contains { bare == $0 || bare.hasPrefix($0) && bare.count <= $0.count + 2 }
  }

  /// The sheet's name or title where it says that all of the rows are gone: 退休教师花名册.
  func goneSheet(_ titles: [String], _ sheetName: String?) -> String? {
    ([sheetName].compactMap(\.self) + titles).first { title in
      title.count <= RowStanding.longestTitle && isGone(title)
        && !(present + RowStanding.otherwise).contains(where: title.contains)
    }
  }

  /// With these a title speaks of others, or explains something.
  private static let otherwise = ["不含", "不包", "除外", ":", "："]
  /// A longer line explains something, too.
  private static let longestTitle = 24

  private static let all = [
    CatalogTable.teacher.name: RowStanding(
      headings: ["人员状态", "在岗状态", "在职状态", "教职工状态", "状态", "在职情况", "在岗情况", "人员情况"],
      gone: ["退休", "离休", "离职", "调出", "调离", "辞职", "死亡", "去世", "病故", "开除", "辞退", "除名", "终止合同"],
      unused: ["借出", "借调", "停薪", "支教在外"], unless: ["返聘", "未", "拟", "预计", "即将"],
      things: "现有教职工", present: ["在职", "在岗", "在编", "现有"]),
    CatalogTable.room.name: RowStanding(
      headings: ["使用状况", "使用状态", "使用情况", "房屋状态", "用房状态", "状态", "现状"],
      gone: ["在建", "未建", "未竣工", "拟建", "规划中", "施工中", "正在施工", "已拆", "拆除"],
      unused: ["停用", "闲置", "封闭", "危房", "待拆", "未启用", "未使用", "出租", "出借"], unless: [], things: "现在能用的用房",
      present: ["在用", "现有"]),
    CatalogTable.equipment.name: RowStanding(
      headings: ["使用状况", "使用状态", "使用情况", "资产状态", "设备状态", "处置状态", "状态", "现状"],
      gone: ["报废", "报损", "已处置", "盘亏", "丢失", "调出", "出售", "捐出"], unused: [],
      unless: ["待", "拟", "未", "申请"], things: "现有仪器设备", present: ["在用", "现有"]),
  ]
}

/// Rows whose 备注 or status says that they may not count: told at the end of a sheet, one line for all.
struct DoubtfulRows {
  private var rows: [Int] = []
  private var words: [String] = []

  mutating func add(_ row: Int, _ text: String) {
    rows.append(row)
    if words.count < 3, !words.contains(text) { words.append(text) }
  }

  /// - Parameter showsWords: false for people, whose remarks are their own.
  func finding(_ standing: RowStanding, at place: SourceLocation, showsWords: Bool) -> Finding? {
    guard !rows.isEmpty else { return nil }
    let numbers = rows.prefix(5).map { "第 \($0) 行" }.joined(separator: "、") + (rows.count > 5 ? " 等" : "")
    let said = showsWords ? "（\(words.joined(separator: "、"))）" : ""
    return Finding(
      .warning, "may-not-count", at: place,
      "\(numbers)（共 \(rows.count) 行）的备注或状态\(said)说它们也许不是\(standing.things)，仍照常计入：不该计入的请在原表删去，再用 yice remove 从文件里删去"
    )
  }
}
