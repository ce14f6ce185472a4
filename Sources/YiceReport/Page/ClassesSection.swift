internal import GRDB
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// Class sizes of the year, and the ledger that eliminates the oversized ones.
struct ClassSizes {
  struct Entry {
    let orgCode: String
    let label: String
    let filedOn: String
    let dueOn: String?
    /// When it was struck off, or its class left the school.
    let offOn: String?
    let state: String
    let filedCount: Int
    let latestCount: Int
    let level: String
    let isOverdue: Bool
    var isOff: Bool { TableRules.isOff(state, in: .oversizedClass) }
  }

  /// Classes of the register in one 学段: all, and by level from 超标准 up; a level counts those above it too.
  struct StageClasses {
    let stage: Stage
    let classes: Int
    let pupils: Int
    let byLevel: [Int]
  }

  let rules: SizeRules
  let stages: [StageClasses]
  let entries: [Entry]

  /// Classes above the limit, then those of each higher level.
  var byLevel: [Int] {
    stages.reduce(into: [Int](repeating: 0, count: rules.levels.count + 1)) { sums, stage in
      for (index, count) in stage.byLevel.enumerated() { sums[index] += count }
    }
  }
  /// Entries that are still on the ledger.
  var left: Int { entries.count { !$0.isOff } }

  init(_ context: PageContext) throws {
    let scope = context.scope
    let rules = context.figures.profile.sizes
    self.rules = rules
    let rolls = try Row.fetchAll(
      context.db,
      sql: """
        SELECT stage, head_count FROM class_roll
        WHERE school_year = ? AND (stage = '小学' OR stage = '初中') AND \(scope.sql)
        """, arguments: [context.figures.year] + scope.arguments)
    let heads = Dictionary(grouping: rolls) { Stage(word: $0["stage"]) }
    stages = Stage.compulsory.compactMap { stage in
      guard let heads = heads[stage]?.map({ $0["head_count"] as Int }) else { return nil }
      return StageClasses(
        stage: stage, classes: heads.count, pupils: heads.reduce(0, +),
        byLevel: rules.ladder(stage).map { level in heads.count { $0 >= level.from } })
    }
    entries = try Row.fetchAll(
      context.db,
      sql: """
        SELECT o.*, \(Overdue.oversized(.oversizedClass)) AS overdue, (SELECT r.head_count FROM oversized_recount AS r
          WHERE r.org_code = o.org_code AND r.stage = o.stage AND r.entry_year = o.entry_year
            AND r.class_no = o.class_no ORDER BY r.counted_on DESC LIMIT 1) AS latest
        FROM oversized_class AS o WHERE :org IS NULL OR org_code = :org
        ORDER BY org_code, stage, entry_year DESC, class_no
        """, arguments: ["today": context.today, "org": context.school]
    ).map { row in
      let filed: Int = row["filed_count"]
      let year: Int = row["entry_year"]
      let number: Int = row["class_no"]
      let stage: String = row["stage"]
      return Entry(
        orgCode: row["org_code"], label: "\(stage) \(year) 级 \(number) 班", filedOn: row["filed_on"],
        dueOn: row["due_on"], offOn: row["struck_on"] ?? row["left_on"], state: row["state"],
        filedCount: filed,
        latestCount: row["latest"] ?? filed, level: row["level"], isOverdue: row["overdue"] as Bool? == true)
    }
  }

  /// How many were on the ledger at the end of a day, and how many the plan leaves then.
  func left(on day: String) -> (actual: Int, plan: Int) {
    let filed = entries.filter { $0.filedOn <= day }
    let off = filed.count { entry in
      entry.isOff && (entry.offOn ?? entry.filedOn) <= day
    }
    let planned = filed.count { entry in entry.dueOn.map { $0 <= day } ?? false }
    return (filed.count - off, filed.count - planned)
  }
}

/// 大班额: how many are left against the plan, and how large classes are now.
enum ClassesSection {
  static func section(_ context: PageContext, _ sizes: ClassSizes) -> Markup {
    PageParts.section("classes", "班额和大班额消除", ledger(context, sizes) + levels(context, sizes))
  }

  private static func levels(_ context: PageContext, _ sizes: ClassSizes) -> Markup {
    guard !sizes.stages.isEmpty else { return PageParts.empty("本学年没有班级册。") }
    let limits = sizes.rules.classLimit.sorted { $0.key < $1.key }.map { "\($0.key.rawValue)＞\($0.value)" }
    let heads =
      ["\(SizeRules.lowestLevel)（\(limits.joined(separator: "、"))）"]
      + sizes.rules.levels.reversed().map { "\($0.name)（≥\($0.from)）" }
    return PageParts.table(
      "\(context.yearName) 班级册（来源：班级；每一级含更高的级别）", ["学段", "班数", "学生", "平均班额"] + heads,
      sizes.stages.map { stage in
        [
          "\(stage.stage.rawValue)", "\(stage.classes)", "\(stage.pupils)",
          "\(PageParts.decimal(Double(stage.pupils) / Double(stage.classes), 1))",
        ] + stage.byLevel.map(flagged)
      }, numbers: Set(1...(3 + heads.count)))
  }

  private static func flagged(_ count: Int) -> Markup {
    count > 0 ? "<b class=\"m-below\">✗ \(count)</b>" : "<span class=\"m-met\">✓ 0</span>"
  }

  private static func ledger(_ context: PageContext, _ sizes: ClassSizes) -> Markup {
    guard !sizes.entries.isEmpty else { return PageParts.empty("大班额台账没有记录。") }
    let now = sizes.left(on: context.today)
    let behind = now.actual - now.plan
    let words = behind > 0 ? "比计划多 \(behind) 个" : behind < 0 ? "比计划少 \(-behind) 个" : "与计划一致"
    let style: Markup = behind > 0 ? "m-below" : "m-met"
    let plot: Markup =
      """
      <div class="grid"><figure><figcaption>大班额台账：还剩多少 <small>个班</small></figcaption>\(timeline(context, sizes))\
      <p class="note">建档 \(sizes.entries.count) 个，还在册 <b>\(now.actual)</b> 个，<b class="\(style)">\(words)</b>。</p>\
      </figure></div>
      """
    return plot + openEntries(context, sizes)
  }

  private static func timeline(_ context: PageContext, _ sizes: ClassSizes) -> Markup {
    var days: Set<String> = [context.today]
    for entry in sizes.entries {
      days.insert(entry.filedOn)
      if let due = entry.dueOn { days.insert(due) }
      if let day = entry.offOn { days.insert(day) }
    }
    let sorted = days.sorted()
    let first = sorted.first ?? context.today
    let last = sorted.last ?? context.today
    let actual = sorted.filter { $0 <= context.today }.map {
      (x: day($0), y: Double(sizes.left(on: $0).actual))
    }
    let plan = sorted.map { (x: day($0), y: Double(sizes.left(on: $0).plan)) }
    let plot = LinePlot(
      label: "大班额台账还剩的班数，从 \(first) 到 \(last)",
      lines: [
        LinePlot.Line(name: "计划", style: .plan, points: plan),
        LinePlot.Line(name: "实际", style: .actual, points: actual),
      ], times: [(day(first), String(first.prefix(7))), (day(last), String(last.prefix(7)))],
      isStepped: true, isCount: true)
    let rows = sorted.map { date -> [Markup] in
      let left = sizes.left(on: date)
      return ["\(date)", date <= context.today ? "\(left.actual)" : "—", "\(left.plan)"]
    }
    return plot.svg
      + PageParts.behind(PageParts.table("大班额台账还剩的班数", ["日期", "实际", "计划"], rows, numbers: [1, 2]))
  }

  /// A day as a number that grows evenly enough for a plot.
  static func day(_ date: String) -> Double {
    let parts = date.split(separator: "-").compactMap { Double($0) }
    guard parts.count == 3 else { return 0 }
    return parts[0] + (parts[1] - 1) / 12 + (parts[2] - 1) / 372
  }

  static func openEntries(_ context: PageContext, _ sizes: ClassSizes) -> Markup {
    guard !sizes.entries.isEmpty else { return "" }
    let rows = sizes.entries.filter { !$0.isOff }.map { entry -> [Markup] in
      [
        "\(context.name(entry.orgCode))", "\(entry.label)", "\(entry.filedCount)", "\(entry.latestCount)",
        "\(entry.level)", "\(entry.state)",
        entry.isOverdue
          ? "<b class=\"m-below\">✗ \(entry.dueOn ?? "") 已过</b>" : PageParts.optional(entry.dueOn),
      ]
    }
    guard !rows.isEmpty else { return "<p>台账上的班全部销号或毕业。</p>" }
    return PageParts.table(
      "还在册的班（来源：大班额台账、班额核查）", ["学校", "班级", "建档人数", "最近人数", "类别", "状态", "计划销号"], rows,
      numbers: [2, 3])
  }
}
