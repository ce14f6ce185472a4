internal import GRDB
internal import YiceModel
internal import YiceStandards

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
      + doubtful() + kindergartens()
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
  private func missing() -> [Finding] {
    stages.flatMap { stage in
      stage.segments.flatMap { segment -> [Finding] in
        let lacking = segment.values.flatMap(\.missing)
        return Set(lacking.map(\.orgCode)).sorted().map { code in
          var elements: [String] = []
          for item in lacking where item.orgCode == code && !elements.contains(item.element) {
            elements.append(item.element)
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
        case "teacher-without-stage": "\(cases) 名专任教师没有填任教学段，没有计入"
        case "room-without-area": "\(cases) 间教学及辅助用房没有填建筑面积，按 0 计"
        case "equipment-without-value": "\(cases) 项教学仪器设备没有填金额，按 0 计"
        default: "\(cases) 个按学段统计的填报值没有写学段，没有计入"
        }
      return Finding(.warning, kind, at: SourceLocation(), "\(school(row["org_code"]))有 \(words)。")
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
