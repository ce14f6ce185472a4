internal import GRDB
internal import YiceModel
internal import YiceStandards
internal import YiceStore

// MARK: - Ratios

extension Assessment {
  /// A ratio's verdict is a comparison of whole numbers; only its text is rounded.
  func ratio(_ rule: RatioRule, _ figure: inout ItemFigure) -> ItemDetail {
    let (detail, missing) = ratio(rule, of: nil)
    figure.missing += missing
    return detail
  }

  /// - Parameter school: its own ratio; nil: the county's.
  func ratio(_ rule: RatioRule, of school: String?) -> (ItemDetail, missing: [String]) {
    let above = side(rule.numerator, rule.stage, of: school)
    let below =
      rule.denominator.isEmpty
      ? ItemAmounts.Amount(e4: 10_000) : side(rule.denominator, rule.stage, of: school)
    let missing = rule.bound == .shown ? [] : above.missing + below.missing
    let bound: String
    let (asked, since) = rule.bound(in: figures.year)
    switch asked {
    case .atLeast(let value): bound = "≥ \(RowText.number(value))" + (since.map { "（\($0) 起）" } ?? "")
    case .below(let value): bound = "< \(RowText.number(value))"
    case .shown: bound = ""
    }
    var detail = ItemDetail(
      label: rule.label, stage: rule.stage, value: nil, text: "未填", unit: rule.unit, bound: bound, met: nil,
      decides: rule.bound != .shown, basis: "", since: since)
    guard let numerator = above.e4, let denominator = below.e4 else { return (detail, missing) }
    detail.basis = [above.basis, below.basis].filter { !$0.isEmpty }.joined(separator: "；")
    guard denominator > 0 else {
      // 0 of 0 is no figure: the item stays 未填 until somebody concludes on the data.
      detail.text = "—"
      detail.basis = "分母为 0"
      return (detail, missing)
    }
    let known = KnownShare(above, below, per: rule.per)
    let value = Rational(Int128(numerator) * Int128(rule.per), Int128(known?.knownWhole ?? denominator))
    detail.value = value.double
    detail.text = value.text(places: rule.per == 100 ? 1 : rule.unit.isEmpty ? 3 : 2)
    if rule.unit != "%", rule.unit != "", value.denominator == 1 { detail.text = value.text(places: 0) }
    if !rule.denominator.isEmpty {
      detail.basis =
        "\(RowText.number(Double(numerator) / 10_000)) ÷ \(RowText.number(Double(known?.knownWhole ?? denominator) / 10_000))"
        + (detail.basis.isEmpty ? "" : "（\(detail.basis)）")
    }
    if let known {
      detail.basis += "；" + known.words
      detail.known = known.words
      switch asked {
      case .atLeast(let bound): detail.met = known.reaches(Rational(decimal: bound))
      case .below(let bound): detail.met = known.reaches(Rational(decimal: bound)).map { !$0 }
      case .shown: break
      }
      return (detail, missing + (detail.decides && detail.met == nil ? [known.words] : []))
    }
    switch asked {
    case .atLeast(let bound): detail.met = value >= Rational(decimal: bound)
    case .below(let bound): detail.met = value < Rational(decimal: bound)
    case .shown: break
    }
    return (detail, missing)
  }

  private func side(_ terms: [IndicatorRule.Term], _ stage: Stage?, of school: String?) -> ItemAmounts.Amount
  {
    var sum = ItemAmounts.Amount(e4: 0)
    var words: [String] = []
    for term in terms {
      let amount =
        school.map { amounts.amount(term.element, stage, of: $0) } ?? amounts.amount(term.element, stage)
      sum.missing += amount.missing
      sum.unknown += amount.unknown
      if let e4 = amount.e4 { sum.e4 = sum.e4.map { $0 + Int64(term.sign) * e4 } } else { sum.e4 = nil }
      if !amount.basis.isEmpty { words.append("\(term.element)：\(amount.basis)") }
    }
    sum.basis = words.joined(separator: "，")
    return sum
  }

  /// Years from the stated year to the 学年's.
  func yearsSince(_ rule: ItemRule, _ figure: inout ItemFigure) -> ItemDetail {
    let stated = amounts.amount("基本均衡认定年份", nil)
    let least = rule.limits["years"] ?? 0
    guard let e4 = stated.e4 else {
      figure.missing += stated.missing
      return ItemDetail(
        label: "年数", value: nil, text: "未填", unit: "年", bound: "≥ \(RowText.number(least))", met: nil,
        basis: "")
    }
    let year = Int(e4 / 10_000)
    let years = Double(figures.year - year)
    return ItemDetail(
      label: "年数", value: years, text: RowText.number(years), unit: "年", bound: "≥ \(RowText.number(least))",
      met: years >= least, basis: "\(year) 年认定，到 \(figures.year) 年")
  }
}

// MARK: - 社会认可度

extension Assessment {
  /// Questionnaires count those that are valid, visits everybody visited; both together decide. 家长 are shown apart.
  func survey(_ rule: ItemRule) throws -> [ItemDetail] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM survey WHERE school_year = ? AND org_code = ?",
      arguments: [figures.year, orgCode])
    let least = rule.limits["percent"] ?? 0
    func detail(_ label: String, bound: String, _ counts: (Row) -> Bool) -> ItemDetail {
      let chosen = rows.filter(counts)
      let asked = chosen.reduce(Int128(0)) { $0 + Int128(($1["valid"] as Int?) ?? ($1["total"] as Int)) }
      let satisfied = chosen.reduce(Int128(0)) { $0 + Int128($1["satisfied"] as Int) }
      guard asked > 0 else {
        return ItemDetail(
          label: label, value: nil, text: "未填", unit: "%", bound: bound, met: nil, basis: "")
      }
      let value = Rational(satisfied * 100, asked)
      return ItemDetail(
        label: label, value: value.double, text: value.text(places: 1), unit: "%", bound: bound,
        met: bound.isEmpty ? nil : value >= Rational(decimal: least), basis: "\(satisfied) ÷ \(asked)")
    }
    let parts = [
      detail("问卷", bound: "") { $0["method"] as String == "问卷" },
      detail("走访", bound: "") { $0["method"] as String == "走访" },
      detail("其中家长", bound: "") { $0["respondent"] as String == "家长" },
    ]
    return [detail("满意度", bound: "≥ \(RowText.number(least))") { _ in true }]
      + parts.filter { $0.value != nil }
  }
}

// MARK: - School by school

extension Assessment {
  func schools(_ rule: ItemRule, _ figure: inout ItemFigure) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM item_school WHERE item = ? ORDER BY org_code, part DESC", arguments: [rule.id])
    for row in rows {
      let code: String = row["org_code"]
      let entry = rule.relaxed.isEmpty ? nil : relaxations.first([code], rule.id)
      figure.schools.append(
        ItemSchool(
          orgCode: code, name: names[code] ?? code, part: row["part"], actual: row["actual"],
          required: row["required"], tooSmall: row["too_small"], met: row["met"], relaxed: row["relaxed"],
          relaxation: entry.map { "\($0.basis)，到期 \($0.expiresOn)" }))
    }
    let classes = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM item_class WHERE item = ?
        ORDER BY org_code, stage DESC, entry_year DESC, class_no
        """, arguments: [rule.id])
    figure.classes = classes.map { row in
      let code: String = row["org_code"]
      return ItemClass(
        orgCode: code, name: names[code] ?? code, stage: row["stage"], entryYear: row["entry_year"],
        classNumber: row["class_no"], grade: row["grade"], headCount: row["head_count"],
        limit: row["limit_count"])
    }
    let unknown = Set(figure.schools.filter { $0.met == nil }.map(\.name)).sorted()
    if !unknown.isEmpty {
      figure.missing.append(
        "\(unknown.count) 所学校没有数据：\(unknown.prefix(5).joined(separator: "、"))\(unknown.count > 5 ? " 等" : "")"
      )
      if rule.measure == .artsRooms { figure.missing += roomsNotUnderstood() }
    }
  }

  /// Why rooms that a school has are none of those counted, of the first schools.
  private func roomsNotUnderstood() -> [String] {
    let labels = ["purpose", "name"].compactMap { CatalogTable.room.column($0)?.label }
    return figures.findings.filter {
      $0.code == "not-understood" && labels.contains($0.location.column ?? "")
    }.prefix(5).map { String($0.message.dropLast()) }
  }
}
