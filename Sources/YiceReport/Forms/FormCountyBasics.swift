internal import GRDB
internal import YiceFormats
internal import YiceModel
internal import YiceStore

extension Form {
  /// 表Ⅰ, L1–L24: the county's basics. L1–L8 and what no register tells come from statements of the county; a cell
  /// without data stays empty.
  ///
  /// Source: 全国县域义务教育优质均衡发展申报表, 表Ⅰ.
  static let countyBasics = Form(
    name: "表Ⅰ", title: "县域基本情况",
    words: ["Ⅰ", "I", "1", "表I", "表1"],
    pages: { source in
      let counts = try CountyCounts(source)
      var rows: [[Listing.Cell]] = []
      func add(_ group: String, _ label: String, _ unit: String, _ value: Listing.Cell) {
        rows.append([.text("L\(rows.count + 1)"), .text(group), .text(label), .text(unit), value])
      }
      for element in Element.county {
        // 人口 in 万人 with two decimals, all else whole.
        let places = element.unit == "万人" ? 2 : 0
        add("社会经济", element.name, element.unit, try counts.stated(element.name, places: places))
      }
      for (label, kind) in kinds { add("学校数", label, "所", counts.schools(kind)) }
      add("学校数", "小学教学点", "个", counts.schools("教学点"))
      add("学校数", "其中：\(CountyCounts.largePoint)人及以上教学点", "个", counts.largePoints)
      for stage in ["小学", "初中"] { add("教学班数", stage, "个", counts.classes(stage)) }
      for stage in ["小学", "初中"] { add("在校学生数", stage, "人", counts.pupils(stage)) }
      for stage in ["小学", "初中"] {
        add("教职工数", "\(stage) 合计", "人", counts.staff(stage))
        add("教职工数", "\(stage) 其中：专任教师", "人", counts.teachers(stage))
      }
      var page = FormPage(
        title: "表Ⅰ 县域基本情况", name: "表Ⅰ",
        columns: [
          FormColumn("line", "代码", 7, centered: true), FormColumn("group", "类别", 14, merges: true),
          FormColumn("item", "项目", 34), FormColumn("unit", "单位", 8, centered: true),
          FormColumn("value", "数值", 18),
        ], rows: rows)
      page.landscape = false
      page.notes =
        ["空白表示文件里没有这项数据：社会经济各项请填入“填报值”表（学校标识码写本县代码，数据项写本表的项目名）；人数、班数取自登记册，没有登记册的学校取填报值。"] + counts.notes
      return [source.ofBureau(page)]
    })

  private static let kinds: [(label: String, kind: String)] = [
    ("小学", "小学"), ("九年一贯制学校", "九年一贯制学校"), ("初中", "初级中学"), ("完全中学", "完全中学"),
    ("十二年一贯制学校", "十二年一贯制学校"), ("特殊教育学校", "特殊教育学校"),
  ]
}

/// Schools, classes, pupils and staff of the county, from registers and, school by school, from statements.
private struct CountyCounts {
  private let source: FormSource
  private let kinds: [String: Int]
  /// By 学段.
  private let classes: [String: Int]
  private let pupils: [String: Int]
  private let pupilsByPoint: [Int]
  /// Only where every school of the 学段 keeps the register: no statement tells the staff.
  private let staff: [String: Int]
  private let teachers: [String: Int]
  /// Staff of schools of several 学段 who teach in none of them.
  private let unplaced: Int

  init(_ source: FormSource) throws {
    self.source = source
    var kinds: [String: Int] = [:]
    for school in source.schools { kinds[school.kind, default: 0] += 1 }
    self.kinds = kinds
    classes = try CountyCounts.sums(source, register: "class_roll", "count(*)", element: "班级数")
    pupils = try CountyCounts.sums(source, register: "class_roll", "sum(head_count)", element: "学生数")
    teachers = try CountyCounts.sums(
      source, register: "teacher", "sum(coalesce(full_time, 0))", element: "专任教师数")
    let (registered, unplaced) = try CountyCounts.staff(source)
    self.unplaced = unplaced
    let typed = try source.rows(
      """
      SELECT DISTINCT stage FROM statement AS s WHERE school_year = ?1 AND element = '专任教师数'
        AND NOT EXISTS (SELECT 1 FROM teacher AS t WHERE t.org_code = s.org_code AND t.school_year = ?1)
      """, [source.year])
    let incomplete = Set(typed.map { $0["stage"] as String })
    staff = registered.filter { !incomplete.contains($0.key) }
    pupilsByPoint = try source.rows(
      """
      SELECT coalesce(
        (SELECT sum(head_count) FROM class_roll AS c
         WHERE c.org_code = o.org_code AND c.school_year = ?1 AND c.stage IN ('小学', '初中')),
        (SELECT sum(value) FROM statement AS s
         WHERE s.org_code = o.org_code AND s.school_year = ?1 AND s.element = '学生数' AND s.stage <> '幼儿'), 0
      ) AS pupils FROM org AS o WHERE o.kind = '教学点'
      """, [source.year]
    ).map { ($0["pupils"] as Double?).map { Int($0) } ?? 0 }
  }

  /// Everybody on the roster by 学段; who teaches in none (后勤、行政) belongs to the one that the school has.
  private static func staff(_ source: FormSource) throws -> (byStage: [String: Int], unplaced: Int) {
    var byStage: [String: Int] = [:]
    var unplaced = 0
    for row in try source.rows(
      """
      SELECT o.kind, t.stage, count(*) AS persons FROM teacher AS t JOIN org AS o ON o.org_code = t.org_code
      WHERE t.school_year = ?1 GROUP BY o.kind, t.stage
      """, [source.year])
    {
      let persons: Int = row["persons"]
      let own = SchoolKind.stages(of: row["kind"])
      let stage = (row["stage"] as String?) ?? (own?.count == 1 ? own?.first?.rawValue : nil)
      guard let stage else {
        unplaced += persons
        continue
      }
      guard Stage.compulsory.contains(where: { $0.rawValue == stage }) else { continue }
      byStage[stage, default: 0] += persons
    }
    return (byStage, unplaced)
  }

  /// By 学段: each school's register, or its statement where it keeps none.
  private static func sums(_ source: FormSource, register: String, _ amount: String, element: String) throws
    -> [String: Int]
  {
    var result: [String: Int] = [:]
    let rows = try source.rows(
      """
      SELECT stage, sum(amount) AS amount FROM (
        SELECT org_code, stage, \(amount) AS amount FROM \(register)
        WHERE school_year = ?1 AND stage IN ('小学', '初中') GROUP BY org_code, stage
        UNION ALL
        SELECT org_code, stage, sum(value) FROM statement AS s
        WHERE school_year = ?1 AND element = ?2 AND stage IN ('小学', '初中')
          AND NOT EXISTS (SELECT 1 FROM \(register) AS r
            WHERE r.org_code = s.org_code AND r.school_year = ?1)
        GROUP BY org_code, stage)
      GROUP BY stage
      """, [source.year, element])
    for row in rows { result[row["stage"]] = (row["amount"] as Double?).map { Int($0) } }
    return result
  }

  func schools(_ kind: String) -> Listing.Cell { source.schools.isEmpty ? .empty : .number(kinds[kind] ?? 0) }
  /// Pupils from which the form counts a teaching point as large: its own line, whatever the county's inclusion rule.
  static let largePoint = 50
  var largePoints: Listing.Cell {
    source.schools.isEmpty ? .empty : .number(pupilsByPoint.count { $0 >= CountyCounts.largePoint })
  }
  func classes(_ stage: String) -> Listing.Cell { classes[stage].map(Listing.Cell.number) ?? .empty }
  func pupils(_ stage: String) -> Listing.Cell { pupils[stage].map(Listing.Cell.number) ?? .empty }
  func staff(_ stage: String) -> Listing.Cell { staff[stage].map(Listing.Cell.number) ?? .empty }
  func teachers(_ stage: String) -> Listing.Cell { teachers[stage].map(Listing.Cell.number) ?? .empty }

  /// A statement of the county itself, in the form's unit.
  func stated(_ element: String, places: Int) throws -> Listing.Cell {
    let value = try Double.fetchOne(
      source.db,
      sql: "SELECT value FROM statement WHERE org_code = ? AND school_year = ? AND element = ? LIMIT 1",
      arguments: [source.countyCode, source.year, element])
    return value.map { FigureText.cell($0, places: places) } ?? .empty
  }

  var notes: [String] {
    let all = teachers.isEmpty ? [] : ["教职工数按教师名册的全部人员计算，没有任教学段的归到学校唯一的学段；有学校只填专任教师数、没有名册的学段空白。"]
    return unplaced == 0
      ? all : all + ["一贯制学校、完全中学有 \(unplaced) 名教职工没有填任教学段，分不到小学或初中，没有计入；请在教师册里补填。"]
  }
}
