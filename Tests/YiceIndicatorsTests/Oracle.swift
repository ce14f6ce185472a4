import YiceModel

/// The same figures worked out apart, in plain Swift over arrays and exact fractions; nothing of the product's
/// Indicators is used. 2017, thresholds and weights written out here.
struct Oracle {
  struct Segment: Equatable {
    let code: String, pupils: Int
    let values: [String: Rational?]
    let met: [String], at85: [String]
    /// Indicators whose verdict is another one when values are compared the other way.
    let metFlips: [String], at85Flips: [String]
    let passes: Bool, passFlips: Bool
    /// Indicator → value, met, reaches 85 %, under a relaxation in force.
    let relaxed: [String: Relaxed]
    let passesRelaxed: Bool?
  }

  struct Relaxed: Equatable {
    let value: Rational
    let met: Bool, at85: Bool
  }

  static let ids = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"]
  private static let thresholds: [Stage: [String]] = [
    .primary: ["4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3"],
    .junior: ["5.3", "1", "0.9", "5.8", "10.2", "2500", "2.4"],
  ]
  private static let elements: [String: [(String, String, Int128)]] = [
    "R1": [("教师", "高于规定学历教师数", 1)], "R2": [("教师", "骨干教师数", 1)],
    "R3": [("教师", "体育教师数", 1), ("教师", "艺术教师数", 1)],
    "R4": [("用房", "教学及辅助用房面积", 1), ("用房", "室内体育用房面积", -1)],
    "R5": [("场地", "运动场地面积", 1), ("用房", "室内体育用房面积", 1)], "R6": [("设备", "教学仪器设备值", 1)],
    "R7": [("用房", "网络多媒体教室数", 1)],
  ]
  private static let onlyStage: [String: Stage] = [
    "小学": .primary, "教学点": .primary, "初级中学": .junior, "高级中学": .senior,
  ]

  let county: TestCounty
  /// Day on which a relaxation must be in force; nil: strict figures only.
  var day: String?
  /// Values are compared after rounding half up to two decimals.
  var rounds = false

  // MARK: Pupils and scope

  private func pupils(_ code: String) -> [(campus: String, stage: Stage, pupils: Int)] {
    let rolls = county.rolls.filter { $0.org == code }
    let kind = county.schools.first { $0.code == code }?.kind ?? ""
    func place(_ campus: String) -> String { code + "/" + campus }
    if !rolls.isEmpty { return rolls.map { (place($0.campus), $0.stage, $0.pupils) } }
    return county.statements.filter { $0.org == code && $0.element == "学生数" }.compactMap { row in
      guard let stage = row.stage ?? Oracle.onlyStage[kind] else { return nil }
      return (place(row.campus), stage, Int(row.value))
    }
  }

  private func isIn(_ school: TestCounty.School) -> Bool {
    if school.inclusion == "独立" { return true }
    if school.inclusion != nil { return false }
    if ["特殊教育学校", "幼儿园", "高级中学", "中等职业学校"].contains(school.kind) { return false }
    let own = pupils(school.code).filter { Stage.compulsory.contains($0.stage) }.reduce(0) { $0 + $1.pupils }
    return school.kind != "教学点" || own >= 50
  }

  /// Where a school counts; nil: nowhere.
  private func home(_ school: TestCounty.School) -> String? {
    var at = school
    for _ in 0...county.schools.count {
      guard at.inclusion == "并入" else { return isIn(at) ? at.code : nil }
      guard let next = county.schools.first(where: { $0.code == at.target }) else { return nil }
      at = next
    }
    return nil
  }

  // MARK: Amounts

  private func keeps(_ code: String, _ register: String) -> Bool {
    switch register {
    case "教师": county.teachers.contains { $0.org == code }
    case "用房": county.rooms.contains { $0.org == code }
    case "场地": county.grounds.contains { $0.org == code }
    default: county.equipment.contains { $0.org == code }
    }
  }

  private func registered(_ id: String, _ code: String) -> [(
    stage: Stage?, campus: String?, amount: Rational
  )] {
    func place(_ campus: String) -> String? { self.place(code, campus) }
    switch id {
    case "R1", "R2", "R3":
      return county.teachers.filter { $0.org == code && $0.fullTime == true }.compactMap { teacher in
        guard let stage = teacher.stage else { return nil }
        let counts =
          switch id {
          case "R1":
            ["本科", "研究生"].contains(teacher.education) || (stage == .primary && teacher.education == "专科")
          case "R2": ["县级", "市级", "省级", "国家级"].contains(teacher.backbone)
          default: ["体育", "体育与健康", "音乐", "美术", "艺术"].contains(teacher.subject)
          }
        return counts ? (stage, nil, Rational(1)) : nil
      }
    case "R4", "R7":
      return county.rooms.filter { $0.org == code && ["教室", "专用教室", "公共教学用房"].contains($0.category) }
        .map { room in
          let amount =
            id == "R4" ? Rational(decimal: room.area ?? 0) : Rational(room.multimedia == true ? 1 : 0)
          return (nil, place(room.campus), amount * Rational(Int128(room.count ?? 1)))
        }
    case "R5场地":
      return county.grounds.filter {
        $0.org == code && $0.category == "运动场地" && $0.leased != true && $0.converted != true
      }
      .map { (nil, place($0.campus), Rational(decimal: $0.area)) }
    default:
      return county.equipment.filter {
        $0.org == code && ($0.counts ?? ["教学仪器设备", "计算机"].contains($0.category))
      }.map { (nil, place($0.campus), Rational(decimal: $0.value ?? 0)) }
    }
  }

  /// Only a school with pupils on several campuses has amounts of a campus.
  private func place(_ code: String, _ campus: String) -> String? {
    Set(pupils(code).filter { $0.pupils > 0 }.map(\.campus)).count > 1 ? code + "/" + campus : nil
  }

  /// Whether the register tells the element: a row counts, or none could for all that is left empty.
  private func tells(_ element: String, _ code: String, _ stage: Stage) -> Bool {
    func told(_ counting: Int, _ open: Int) -> Bool { counting > 0 || open == 0 }
    switch element {
    case "高于规定学历教师数", "骨干教师数", "体育教师数", "艺术教师数":
      guard keeps(code, "教师") else { return false }
      let subjects = element == "体育教师数" ? ["体育", "体育与健康"] : ["音乐", "美术", "艺术"]
      let fitting = county.teachers.filter { teacher in
        guard teacher.org == code, teacher.fullTime == true else { return false }
        switch element {
        case "高于规定学历教师数":
          return ["本科", "研究生"].contains(teacher.education) || (stage == .primary && teacher.education == "专科")
        case "骨干教师数": return ["县级", "市级", "省级", "国家级"].contains(teacher.backbone)
        default: return subjects.contains(teacher.subject)
        }
      }
      return told(fitting.count { $0.stage == stage }, fitting.count { $0.stage == nil })
    case "教学及辅助用房面积", "室内体育用房面积":
      guard keeps(code, "用房") else { return false }
      let kinds = element == "室内体育用房面积" ? ["室内体育用房"] : ["教室", "专用教室", "公共教学用房", "室内体育用房"]
      let fitting = county.rooms.filter { $0.org == code && kinds.contains($0.category) }
      return told(fitting.count { $0.area != nil }, fitting.count { $0.area == nil })
    case "教学仪器设备值":
      guard keeps(code, "设备") else { return false }
      let fitting = county.equipment.filter {
        $0.org == code && ($0.counts ?? ["教学仪器设备", "计算机"].contains($0.category))
      }
      return told(fitting.count { $0.value != nil }, fitting.count { $0.value == nil })
    case "运动场地面积": return keeps(code, "场地")
    default: return keeps(code, "用房")
    }
  }

  /// What the rows of a register add to one element.
  private func registered(_ element: String, _ code: String, _ stage: Stage) -> [(
    stage: Stage?, campus: String?, amount: Rational
  )] {
    func rooms(_ kinds: [String], _ amount: (TestCounty.Room) -> Rational) -> [(
      stage: Stage?, campus: String?, amount: Rational
    )] {
      county.rooms.filter { $0.org == code && kinds.contains($0.category) }
        .map { (nil, place(code, $0.campus), amount($0) * Rational(Int128($0.count ?? 1))) }
    }
    switch element {
    case "体育教师数", "艺术教师数":
      let subjects = element == "体育教师数" ? ["体育", "体育与健康"] : ["音乐", "美术", "艺术"]
      return county.teachers.filter {
        $0.org == code && $0.fullTime == true && $0.stage == stage && subjects.contains($0.subject)
      }.map { _ in (stage, nil, Rational(1)) }
    case "高于规定学历教师数": return registered("R1", code).filter { $0.stage == stage }
    case "骨干教师数": return registered("R2", code).filter { $0.stage == stage }
    case "教学及辅助用房面积":
      return rooms(["教室", "专用教室", "公共教学用房", "室内体育用房"]) { Rational(decimal: $0.area ?? 0) }
    case "室内体育用房面积": return rooms(["室内体育用房"]) { Rational(decimal: $0.area ?? 0) }
    case "网络多媒体教室数": return registered("R7", code)
    case "运动场地面积": return registered("R5场地", code)
    default: return registered("R6", code)
    }
  }

  /// - Parameter stage: for which it is asked; what belongs to the whole school is split later.
  private func amounts(_ id: String, _ code: String, _ stage: Stage) -> [(
    stage: Stage?, campus: String?, amount: Rational
  )] {
    let kind = county.schools.first { $0.code == code }?.kind ?? ""
    var found: [(stage: Stage?, campus: String?, amount: Rational)] = []
    for (register, element, sign) in Oracle.elements[id] ?? [] {
      if tells(element, code, stage) {
        found += registered(element, code, stage).map { ($0.stage, $0.campus, $0.amount * Rational(sign)) }
        continue
      }
      // A kept register that cannot tell leaves the figure 未填.
      guard !keeps(code, register) else { continue }
      for row in county.statements where row.org == code && row.element == element {
        let amount = Rational(decimal: row.value) * Rational(sign)
        if register == "教师" {
          if let stage = row.stage ?? Oracle.onlyStage[kind] { found.append((stage, nil, amount)) }
        } else {
          found.append((row.stage, row.campus.isEmpty ? nil : place(code, row.campus), amount))
        }
      }
    }
    return found
  }

  private func lacks(_ id: String, _ code: String, _ stage: Stage) -> Bool {
    let roll = pupils(code)
    let ofStage = roll.contains { $0.stage == stage && $0.pupils > 0 }
    let kind = county.schools.first { $0.code == code }?.kind ?? ""
    return (Oracle.elements[id] ?? []).contains { register, element, _ in
      if tells(element, code, stage) { return false }
      let rows =
        keeps(code, register) ? [] : county.statements.filter { $0.org == code && $0.element == element }
      if register == "教师" {
        return ofStage && !rows.contains { ($0.stage ?? Oracle.onlyStage[kind]) == stage }
      }
      guard roll.contains(where: { $0.pupils > 0 }) else { return false }
      return rows.isEmpty || (ofStage && !rows.contains { $0.stage == nil || $0.stage == stage })
    }
  }

  // MARK: Relaxations

  private func isRelaxed(_ code: String, _ id: String) -> Bool {
    guard let day else { return false }
    return county.relaxations.contains { $0.org == code && $0.item == id && $0.expires >= day }
  }

  /// What a relaxation in force lets one school count besides.
  private func extra(_ id: String, _ code: String) -> [(stage: Stage?, campus: String?, amount: Rational)] {
    guard isRelaxed(code, id) else { return [] }
    let kind = county.schools.first { $0.code == code }?.kind ?? ""
    func stated(_ element: String) -> [TestCounty.Statement] {
      county.statements.filter { $0.org == code && $0.element == element }
    }
    if id == "R5" {
      if keeps(code, "场地") {
        return county.grounds.filter {
          $0.org == code && $0.category == "运动场地" && ($0.leased == true || $0.converted == true)
        }
        .map { (nil, place(code, $0.campus), Rational(decimal: $0.area)) }
      }
      return (stated("租借运动场地面积") + stated("改建运动场地面积")).map {
        ($0.stage, $0.campus.isEmpty ? nil : place(code, $0.campus), Rational(decimal: $0.value))
      }
    }
    let own = pupils(code).filter { Stage.compulsory.contains($0.stage) }.reduce(0) { $0 + $1.pupils }
    guard id == "R3", (50...99).contains(own) else { return [] }
    let location = county.schools.first { $0.code == code }?.urbanRural
    guard kind == "教学点" || location == nil || ["210", "220"].contains(location) else { return [] }
    if keeps(code, "教师") {
      return county.teachers.filter {
        $0.org == code && $0.fullTime != true && (["兼职", "走教"].contains($0.post) || $0.rotated == true)
          && ["体育", "体育与健康", "音乐", "美术", "艺术"].contains($0.subject)
      }.compactMap { teacher in teacher.stage.map { ($0, nil, Rational(1)) } }
    }
    return stated("兼职走教体艺教师数").compactMap { row in
      (row.stage ?? Oracle.onlyStage[kind]).map { ($0, nil, Rational(decimal: row.value)) }
    }
  }

  // MARK: Splitting and judging

  private func share(_ roll: [(campus: String, stage: Stage, pupils: Int)], _ stage: Stage, complete: Bool)
    -> Rational
  {
    let weights: [Stage: Rational] =
      complete
      ? [.kindergarten: Rational(1), .junior: Rational(1), .senior: Rational(12, 10)]
      : [
        .kindergarten: Rational(1), .primary: Rational(1), .junior: Rational(11, 10),
        .senior: Rational(132, 100),
      ]
    func weighted(_ stage: Stage) -> Rational {
      let pupils = roll.filter { $0.stage == stage }.reduce(0) { $0 + $1.pupils }
      return Rational(Int128(pupils)) * (weights[stage] ?? Rational(0))
    }
    let total = Stage.allCases.map(weighted).reduce(Rational(0), +)
    return total == Rational(0) ? Rational(0) : weighted(stage) / total
  }

  func segments(_ stage: Stage) -> [Segment] {
    county.schools.map(\.code).sorted().compactMap { code in
      let members = county.schools.filter { home($0) == code }.map(\.code)
      let roll = members.flatMap(pupils)
      let pupils = roll.filter { $0.stage == stage }.reduce(0) { $0 + $1.pupils }
      guard pupils > 0 else { return nil }
      func has(_ stage: Stage) -> Bool { roll.contains { $0.stage == stage && $0.pupils > 0 } }
      let complete = !has(.primary) && has(.junior) && has(.senior)
      var values: [String: Rational?] = [:]
      var extras: [String: Rational] = [:]
      for id in Oracle.ids {
        let missing = members.contains { lacks(id, $0, stage) }
        let per: Int128 = ["R4", "R5", "R6"].contains(id) ? 1 : 100
        func value(_ rows: [(stage: Stage?, campus: String?, amount: Rational)]) -> Rational {
          var sum = Rational(0)
          for row in rows {
            if let own = row.stage {
              if own == stage { sum = sum + row.amount }
              continue
            }
            let here = roll.filter { row.campus != nil && $0.campus == row.campus && $0.pupils > 0 }
            sum = sum + row.amount * share(here.isEmpty ? roll : here, stage, complete: complete)
          }
          return sum * Rational(per, Int128(pupils))
        }
        values[id] = .some(missing ? nil : value(members.flatMap { amounts(id, $0, stage) }))
        if ["R3", "R5"].contains(id), !missing, members.contains(where: { isRelaxed($0, id) }) {
          extras[id] = value(members.flatMap { extra(id, $0) })
        }
      }
      return judge(code, pupils, values, extras, stage)
    }
  }

  private func reaches(_ value: Rational, _ mark: Rational, rounds: Bool) -> Bool {
    guard rounds else { return !(value < mark) }
    // Half up to two decimals; values are never negative here, but for areas taken away.
    let doubled = value * Rational(200) + Rational(1)
    var whole = doubled.numerator / (doubled.denominator * 2)
    if doubled.numerator < 0, whole * doubled.denominator * 2 != doubled.numerator { whole -= 1 }
    return !(Rational(whole, 100) < mark)
  }

  private func judge(
    _ code: String, _ pupils: Int, _ values: [String: Rational?], _ extras: [String: Rational], _ stage: Stage
  ) -> Segment {
    func marks(_ id: String) -> (full: Rational, near: Rational) {
      let text = zip(Oracle.ids, Oracle.thresholds[stage] ?? []).first { $0.0 == id }?.1 ?? ""
      let full = Rational(decimal: Double(text) ?? 0)
      return (full, full * Rational(85, 100))
    }
    func verdict(_ values: [String: Rational], rounds: Bool) -> (met: [String], at85: [String], passes: Bool)
    {
      let met = Oracle.ids.filter { id in
        values[id].map { reaches($0, marks(id).full, rounds: rounds) } ?? false
      }
      let at85 = Oracle.ids.filter { id in
        values[id].map { reaches($0, marks(id).near, rounds: rounds) } ?? false
      }
      return (met, at85, met.count >= 6 && Set(met).union(at85).count == 7)
    }
    let known = values.compactMapValues { $0 }
    let own = verdict(known, rounds: rounds)
    let other = verdict(known, rounds: !rounds)
    var wide = known
    for (id, amount) in extras { wide[id] = (known[id] ?? Rational(0)) + amount }
    let eased = verdict(wide, rounds: rounds)
    var relaxed: [String: Relaxed] = [:]
    for id in extras.keys {
      relaxed[id] = Relaxed(
        value: wide[id] ?? Rational(0), met: eased.met.contains(id), at85: eased.at85.contains(id))
    }
    return Segment(
      code: code, pupils: pupils, values: values, met: own.met, at85: own.at85,
      metFlips: Oracle.ids.filter { own.met.contains($0) != other.met.contains($0) },
      at85Flips: Oracle.ids.filter { own.at85.contains($0) != other.at85.contains($0) }, passes: own.passes,
      passFlips: own.passes != other.passes, relaxed: relaxed,
      passesRelaxed: extras.isEmpty ? nil : eased.passes)
  }

  /// Weighted mean and CV of the segments that have the value.
  func spread(_ id: String, _ segments: [Segment]) -> (mean: Double, cv: Double?)? {
    let known = segments.compactMap { segment in
      (segment.values[id] ?? nil).map { (value: $0.double, pupils: Double(segment.pupils)) }
    }
    guard !known.isEmpty else { return nil }
    let pupils = known.reduce(0) { $0 + $1.pupils }
    let mean = known.reduce(0) { $0 + $1.value * $1.pupils } / pupils
    let variance = known.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.pupils } / pupils
    return (mean, mean > 0 ? variance.squareRoot() / mean : nil)
  }
}
