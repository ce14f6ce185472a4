import YiceModel
import YiceTestSupport

/// Counties made at random, small enough that ties, empty campuses and rings happen.
extension TestCounty {
  /// - Parameter prefix: nine digits, which the tenth follows.
  static func random(_ random: inout SplitMix64, prefix: String = "210000000") -> TestCounty {
    var county = TestCounty()
    let count = Int.random(in: 1...7, using: &random)
    let codes = (0..<count).map { "\(prefix)\($0)" }
    for code in codes { county.addSchool(code, codes, &random) }
    return county
  }

  private mutating func addSchool(_ code: String, _ codes: [String], _ random: inout SplitMix64) {
    func pick<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &random)] }
    func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    let kind = pick(["小学", "小学", "教学点", "初级中学", "九年一贯制学校", "九年一贯制学校", "完全中学", "十二年一贯制学校", "特殊教育学校", "高级中学"])
    let inclusion = chance(65) ? nil : pick(["独立", "不纳入", "并入", "并入"])
    schools.append(
      School(
        code: code, kind: kind, urbanRural: pick([nil, nil, "111", "210"]), inclusion: inclusion,
        target: inclusion == "并入" ? pick(codes + ["2199999999"]) : nil))
    let stages: [Stage] =
      switch kind {
      case "小学", "教学点": chance(30) ? [.kindergarten, .primary] : [.primary]
      case "初级中学": [.junior]
      case "完全中学": [.junior, .senior]
      case "高级中学": chance(50) ? [.senior] : [.junior, .senior]
      case "十二年一贯制学校": [.primary, .junior, .senior]
      default: [.primary, .junior]
      }
    let campuses = chance(60) ? [""] : ["", "东", "西"]
    if chance(70) {
      for stage in stages {
        for campus in campuses where chance(80) {
          rolls.append(
            Roll(org: code, stage: stage, pupils: pick([0, 20, 40, 50, 60, number(1...400)]), campus: campus))
        }
      }
    } else {
      for stage in stages where chance(95) {
        statements.append(
          Statement(
            org: code, element: "学生数", value: Double(number(0...500)),
            stage: stages.count == 1 && kind != "特殊教育学校" && chance(30) ? nil : stage))
      }
    }
    if chance(60) {
      for _ in 0..<number(0...25) {
        teachers.append(
          Teacher(
            org: code, stage: chance(95) ? pick(stages) : nil, fullTime: chance(90),
            education: pick(["研究生", "本科", "专科", "高中阶段"]),
            backbone: pick(["无", "无", "校级", "县级", "省级"]),
            subject: pick(["语文", "数学", "体育", "音乐", "美术", "体育与健康"]),
            post: chance(60) ? nil : pick(["兼职", "走教", "在编"]), rotated: pick([nil, false, true])))
      }
    }
    if chance(60) {
      for _ in 0..<number(0...12) {
        rooms.append(
          Room(
            org: code, category: pick(["教室", "专用教室", "公共教学用房", "室内体育用房", "生活用房"]),
            area: chance(95) ? Double(number(1...20_000)) / pick([1, 4, 100, 10_000]) : nil,
            multimedia: chance(50),
            campus: pick(campuses + ["北"]), count: chance(80) ? nil : number(1...5)))
      }
    }
    if chance(60) {
      for _ in 0..<number(1...3) {
        grounds.append(
          Ground(
            org: code, area: Double(number(1...200_000)) / pick([1, 8, 100]),
            category: pick(["运动场地", "运动场地", "其他场地"]),
            campus: pick(campuses), leased: pick([nil, nil, false, true]),
            converted: pick([nil, nil, false, true])))
      }
    }
    if chance(60) {
      for _ in 0..<number(1...4) {
        equipment.append(
          Equipment(
            org: code, value: chance(95) ? Double(number(1...100_000_000)) / 100 : nil,
            category: pick(["教学仪器设备", "计算机", "图书", "其他设备"]), counts: pick([nil, nil, true, false]),
            campus: pick(campuses)))
      }
    }
    for item in ["R3", "R5", "R4"] where chance(25) {
      relaxations.append(
        Relaxation(org: code, item: item, expires: pick(["2022-08-31", "2022-09-01", "2025-12-31"])))
    }
    for name in ["兼职走教体艺教师数", "租借运动场地面积", "改建运动场地面积"] where chance(40) {
      guard let element = Element.named(name) else { continue }
      for stage in element.byStage ? stages.map({ $0 as Stage? }) : [nil] where chance(80) {
        statements.append(
          Statement(org: code, element: name, value: Double(number(0...40)) / pick([1, 1, 8]), stage: stage))
      }
    }
    for element in Element.resources where !["学生数", "班级数"].contains(element.name) && chance(88) {
      if element.byStage {
        for stage in stages where chance(95) {
          statements.append(
            Statement(org: code, element: element.name, value: Double(number(0...30)), stage: stage))
        }
      } else {
        let scale = element.name == "教学仪器设备值" ? 1000.0 : element.unit == "㎡" ? 1.5 : 0.01
        statements.append(
          Statement(
            org: code, element: element.name, value: Double(number(0...3000)) * scale,
            stage: chance(5) ? pick(stages) : nil, campus: chance(10) ? pick(campuses) : ""))
      }
    }
  }
}
