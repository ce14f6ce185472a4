import YiceModel

/// The same figures worked out apart, in plain Swift over arrays and exact fractions; nothing of the product's
/// Indicators is used. 2017, thresholds and weights written out here.
struct Oracle {
  struct Segment: Equatable {
    let code: String, pupils: Int
    let values: [String: Rational?]
    let met: [String], at85: [String]
    let passes: Bool
  }

  static let ids = ["R1", "R2", "R3", "R4", "R5", "R6", "R7"]
  private static let thresholds: [Stage: [String]] = [
    .primary: ["4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3"],
    .junior: ["5.3", "1", "0.9", "5.8", "10.2", "2500", "2.4"],
  ]
  private static let registers: [String: [String]] = [
    "R1": ["教师"], "R2": ["教师"], "R3": ["教师"], "R4": ["用房"], "R5": ["场地", "用房"], "R6": ["设备"], "R7": ["用房"],
  ]
  private static let elements: [String: [(String, String, Int128)]] = [
    "R1": [("教师", "高于规定学历教师数", 1)], "R2": [("教师", "骨干教师数", 1)],
    "R3": [("教师", "体育教师数", 1), ("教师", "艺术教师数", 1)],
    "R4": [("用房", "教学及辅助用房面积", 1), ("用房", "室内体育用房面积", -1)],
    "R5": [("场地", "运动场地面积", 1), ("用房", "室内体育用房面积", 1)], "R6": [("设备", "教学仪器设备值", 1)],
    "R7": [("用房", "网络多媒体教室数", 1)],
  ]
  private static let onlyStage: [String: Stage] = ["小学": .primary, "教学点": .primary, "初级中学": .junior]

  let county: TestCounty

  // MARK: Pupils and scope

  private func pupils(_ code: String) -> [(campus: String, stage: Stage, pupils: Int)] {
    let rolls = county.rolls.filter { $0.org == code }
    let kind = county.schools.first { $0.code == code }?.kind ?? ""
    func place(_ campus: String) -> String { campus.isEmpty ? "" : code + campus }
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
    func place(_ campus: String) -> String { campus.isEmpty ? "" : code + campus }
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
          return (nil, place(room.campus), amount)
        }
    case "R5场地":
      return county.grounds.filter { $0.org == code && $0.category == "运动场地" }
        .map { (nil, place($0.campus), Rational(decimal: $0.area)) }
    case "R5用房":
      return county.rooms.filter { $0.org == code && $0.category == "室内体育用房" }
        .map { (nil, place($0.campus), Rational(decimal: $0.area ?? 0)) }
    default:
      return county.equipment.filter {
        $0.org == code && ($0.counts ?? ["教学仪器设备", "计算机"].contains($0.category))
      }.map { (nil, place($0.campus), Rational(decimal: $0.value ?? 0)) }
    }
  }

  private func amounts(_ id: String, _ code: String) -> [(stage: Stage?, campus: String?, amount: Rational)] {
    let kind = county.schools.first { $0.code == code }?.kind ?? ""
    var found: [(stage: Stage?, campus: String?, amount: Rational)] = []
    for register in Oracle.registers[id] ?? [] {
      if keeps(code, register) {
        found += registered(id == "R5" ? id + register : id, code)
        continue
      }
      for (behind, element, sign) in Oracle.elements[id] ?? [] where behind == register {
        for row in county.statements where row.org == code && row.element == element {
          let amount = Rational(decimal: row.value) * Rational(sign)
          if register == "教师" {
            if let stage = row.stage ?? Oracle.onlyStage[kind] { found.append((stage, nil, amount)) }
          } else {
            found.append((row.stage, row.campus.isEmpty ? nil : code + row.campus, amount))
          }
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
      if keeps(code, register) { return false }
      let rows = county.statements.filter { $0.org == code && $0.element == element }
      if register == "教师" {
        return ofStage && !rows.contains { ($0.stage ?? Oracle.onlyStage[kind]) == stage }
      }
      guard roll.contains(where: { $0.pupils > 0 }) else { return false }
      return rows.isEmpty || (ofStage && !rows.contains { $0.stage == nil || $0.stage == stage })
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
      for id in Oracle.ids {
        let missing = members.contains { lacks(id, $0, stage) }
        var sum = Rational(0)
        for row in members.flatMap({ amounts(id, $0) }) {
          if let own = row.stage {
            if own == stage { sum = sum + row.amount }
            continue
          }
          let here = roll.filter { $0.campus == row.campus && $0.pupils > 0 }
          sum = sum + row.amount * share(here.isEmpty ? roll : here, stage, complete: complete)
        }
        let per: Int128 = ["R4", "R5", "R6"].contains(id) ? 1 : 100
        values[id] = .some(missing ? nil : sum * Rational(per, Int128(pupils)))
      }
      return judge(code, pupils, values, stage)
    }
  }

  private func judge(_ code: String, _ pupils: Int, _ values: [String: Rational?], _ stage: Stage) -> Segment
  {
    var met: [String] = []
    var at85: [String] = []
    for (id, text) in zip(Oracle.ids, Oracle.thresholds[stage] ?? []) {
      guard let value = values[id] ?? nil else { continue }
      let threshold = Rational(decimal: Double(text) ?? 0)
      if !(value < threshold) { met.append(id) }
      if !(value < threshold * Rational(85, 100)) { at85.append(id) }
    }
    return Segment(
      code: code, pupils: pupils, values: values, met: met, at85: at85,
      passes: met.count >= 6 && at85.count == 7)
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
