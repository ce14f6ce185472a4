internal import GRDB
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// What a reader of the figures should know about the data behind them.
struct FigureFindings {
  private let assembly: Assembly
  private let stages: [StageFigures]
  private let empty: [LeftOut]

  init(_ assembly: Assembly, stages: [StageFigures], empty: [LeftOut]) {
    self.assembly = assembly
    self.stages = stages
    self.empty = empty
  }

  func all() throws -> [Finding] {
    try FigureFindings.rivals(assembly.profile) + assembly.scope.findings + withoutPupils() + missing()
      + tooLarge() + uncounted() + notUnderstood() + doubtful() + awaited() + otherStages() + kindergartens()
      + relaxations()
      + adjustments()
  }

  /// Several standards in use, of which one was taken.
  static func rivals(_ profile: Profile) -> [Finding] {
    profile.rivalry.map { [Finding(.warning, "standards-active", at: SourceLocation(), $0)] } ?? []
  }

  private func school(_ code: String) -> String {
    assembly.schools[code].map { "\($0.name)（\(code)）" } ?? code
  }

  private func withoutPupils() -> [Finding] {
    empty.map { left in
      Finding(
        .warning, "no-pupils", at: SourceLocation(),
        "\(school(left.orgCode))没有小学、初中的班级册，也没有填报学生数，没有计入。")
    }
  }

  /// One a segment and school: which elements are 未填; the county's mean is over the others.
  private func missing() throws -> [Finding] {
    try stages.flatMap { stage in
      try stage.segments.flatMap { segment -> [Finding] in
        let lacking = segment.values.flatMap(\.missing)
        return try Set(lacking.map(\.orgCode)).sorted().map { code in
          var elements: [String] = []
          for item in lacking where item.orgCode == code {
            let name = try named(item)
            if !elements.contains(name) { elements.append(name) }
          }
          return Finding(
            .warning, "missing-amount", at: SourceLocation(),
            "\(school(code))\(stage.stage.rawValue)未填：\(elements.joined(separator: "、"))。"
              + "有关指标按未达标，全县平均值和差异系数不含该校。")
        }
      }
    }
  }

  private func doubtful() throws -> [Finding] {
    try Row.fetchAll(assembly.db, sql: "SELECT * FROM doubtful ORDER BY org_code, kind").map { row in
      let cases: Int = row["cases"]
      let kind: String = row["kind"]
      let words =
        switch kind {
        case "room-without-area": "\(cases) 间教学及辅助用房没有填建筑面积，没有计入面积"
        case "equipment-without-value": "\(cases) 项教学仪器设备没有填金额，没有计入金额"
        default: "\(cases) 个按学段统计的填报值没有写学段，没有计入"
        }
      return Finding(.warning, kind, at: SourceLocation(), "\(school(row["org_code"]))有 \(words)。")
    }
  }

  /// Rows that count, and whose text of a vocabulary decides nothing because it is none of its words.
  private func notUnderstood() throws -> [Finding] {
    try NotUnderstood.all(assembly.db).map { rows in
      Finding(
        .warning, "not-understood", at: SourceLocation(column: rows.column.label),
        "\(school(rows.orgCode))\(rows.words)。")
    }
  }

  /// The element; where its register is kept and does not tell it, that too.
  private func named(_ item: MissingElement) throws -> String {
    guard let reading = Element.named(item.element).flatMap(ElementReading.of),
      let table = TableCatalog.table(reading.register),
      try Bool.fetchOne(
        assembly.db, sql: "SELECT EXISTS (SELECT 1 FROM kept WHERE org_code = ? AND register = ?)",
        arguments: [item.orgCode, reading.register]) == true
    else { return item.element }
    return "\(item.element)（“\(table.label)”里没有一行能算出它）"
  }

  /// 未计入: rows of a register that count nowhere because a cell is empty, by column, with the command that mends them.
  private func uncounted() -> [Finding] {
    assembly.uncounted.map { group in
      Finding(
        .warning, "uncounted-rows", at: SourceLocation(column: group.label),
        "\(school(group.orgCode))\(group.words)。\(UncountedGroup.advice(group.table, group.column))。")
    }
  }

  /// What a school has of a 数据项 is too large to be true; it was left out (SQL/56).
  private func tooLarge() throws -> [Finding] {
    try Row.fetchAll(assembly.db, sql: "SELECT * FROM too_large ORDER BY org_code, element, source").map {
      row in
      let name: String = row["element"]
      let element = Element.named(name)
      let table = element.flatMap(ElementReading.of).flatMap { TableCatalog.table($0.register) }
      let place = row["source"] as String == "登记册" ? table?.label ?? name : CatalogTable.statement.label
      return Finding(
        .error, "amount-too-large", at: SourceLocation(column: name),
        "\(school(row["org_code"]))“\(name)”合计超过 9000 亿\(element?.unit ?? "")，不可能，没有计入。"
          + "请核对“\(place)”里各行的数和单位。")
    }
  }

  /// The relaxations' text ran for some years, and no prolongation was found: whoever relies on one must look at its basis.
  private func relaxations() -> [Finding] {
    guard let until = assembly.profile.relaxationsUntil, assembly.year > until, assembly.relaxations.isUsed
    else { return [] }
    return [
      Finding(
        .warning, "relaxation-basis", at: SourceLocation(),
        "用了放宽认定：原文的期限约到 \(until) 年，是否延长没有查到；请逐条核实“放宽认定”表里的依据和到期日。")
    ]
  }

  /// 待确认, where figures of the year rest on rows of the year before.
  private func awaited() -> [Finding] {
    assembly.tables.awaited.sorted { $0.key < $1.key }.map { code, parts in
      let carried = parts.filter { $0.cases > 0 }.map { "\($0.label) \($0.cases) 行" }
      let absent = parts.filter { $0.cases == 0 }.map(\.label)
      var words: [String] = []
      if !carried.isEmpty { words.append("\(carried.joined(separator: "、"))从上一学年带来，还没有核对") }
      if !absent.isEmpty { words.append("\(absent.joined(separator: "、"))的班级还没有登记") }
      return Finding(
        .warning, "awaited-rows", at: SourceLocation(),
        "\(school(code))的数待确认：\(words.joined(separator: "；"))。")
    }
  }

  /// Pupils of a 学段 that the kind of school does not run: they count, and their 学段's mean holds them.
  private func otherStages() throws -> [Finding] {
    try Row.fetchAll(
      assembly.db,
      sql: """
        SELECT s.org_code, p.stage, sum(p.pupils) AS pupils FROM scope AS s
        JOIN school_pupils AS p ON p.org_code = s.org_code
        WHERE p.stage <> '幼儿' AND p.pupils > 0 GROUP BY s.org_code, p.stage
        """
    ).compactMap { row in
      let code: String = row["org_code"]
      guard let stage = Stage(word: row["stage"]), let kind = assembly.schools[code]?.kind,
        let own = SchoolKind.stages(of: kind), !own.contains(stage)
      else { return nil }
      let pupils: Int = row["pupils"]
      let effect = Stage.compulsory.contains(stage) ? "，计入\(stage.rawValue)的平均值和差异系数" : ""
      return Finding(
        .warning, "stage-of-kind", at: SourceLocation(column: "学段"), value: stage.rawValue,
        "\(school(code))是\(kind)，却有\(stage.rawValue)学生 \(pupils) 人\(effect)。请核对班级（或填报值）的学段，或学校类别。")
    }
  }

  /// Schools with kindergarten classes, whose weight was never published.
  private func kindergartens() throws -> [Finding] {
    let codes = try String.fetchAll(
      assembly.db,
      sql: """
        SELECT DISTINCT w.org_code FROM weighted AS w
        JOIN segment AS g ON g.org_code = w.org_code
        WHERE w.stage = '幼儿' ORDER BY w.org_code
        """)
    guard let weight = assembly.profile.weights.general[.kindergarten] else { return [] }
    return codes.map { code in
      Finding(
        .note, "kindergarten-weight", at: SourceLocation(),
        "\(school(code))有附设幼儿班，用房、场地、设备按权重 \(Rational(decimal: weight).text(places: 2)) "
          + "分给幼儿班的部分不计入小学、初中；这个权重没有公布，请核实。")
    }
  }

  private func adjustments() -> [Finding] {
    assembly.profile.unknownAdjustments.map { name in
      Finding(
        .warning, "unknown-threshold", at: SourceLocation(column: "指标编号"), value: name,
        "“阈值”表里的这一行与评估标准 \(assembly.profile.id) 对不上，没有使用。")
    }
  }
}
