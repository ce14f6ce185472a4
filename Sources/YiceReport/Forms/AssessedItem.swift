internal import YiceIndicators
internal import YiceStandards

/// What a form says on one item of 政府保障程度 or 教育质量: figures that the data give, then what was concluded.
///
/// Where the data give a verdict it stands, whatever was concluded; where they do not, the conclusion's. Both empty: the
/// cell stays blank.
struct AssessedItem {
  let text: String?
  let met: Bool?
  /// The data and the conclusion disagree.
  let isDisputed: Bool

  /// Of the county.
  init(_ figure: ItemFigure?, _ conclusion: Conclusion?) {
    var words: [String] = []
    let details = figure?.details ?? []
    let several = details.count > 1
    for detail in details where detail.value != nil || detail.met != nil {
      var word = detail.value != nil ? detail.text + detail.unit : AssessedItem.words(detail)
      if detail.since != nil { word += "（标准 \(detail.bound)）" }
      words.append(several ? "\(detail.label) \(word)" : word)
    }
    if let figure, figure.rule.measure?.isBySchool == true {
      words += AssessedItem.schools(figure)
    }
    // The strict verdict stands; what a relaxation makes of it is told beside it.
    if let figure, let relaxed = figure.relaxed, relaxed != figure.met {
      words.append("放宽认定后\(FigureText.verdict(relaxed))")
    }
    self.init(
      words, figure?.met, conclusion, figure?.rule.assumption,
      isConcluded: figure?.rule.conclusions.contains("") ?? false)
  }

  /// Of one school.
  init(_ figure: ItemFigure?, school: String, _ conclusion: Conclusion?) {
    let ratios = (figure?.ofSchools[school] ?? []).filter { $0.value != nil }
    var words = ratios.map { (ratios.count > 1 ? "\($0.label) " : "") + $0.text + $0.unit }
    var verdicts = ratios.map(\.met)
    if let figure, figure.rule.measure?.isBySchool == true {
      let own = figure.schools.filter { $0.orgCode == school }
      words += own.compactMap { AssessedItem.words($0, figure) }
      let relaxed = own.filter { $0.relaxed != nil && $0.relaxed != $0.met }
      if let first = relaxed.first {
        words.append("放宽认定后\(FigureText.verdict(first.relaxed))（\(first.relaxation ?? "")）")
      }
      verdicts += own.map(\.met)
    }
    // A ratio that is 未填 leaves the item open.
    if let count = figure?.ofSchools[school]?.count, count > ratios.count { verdicts.append(nil) }
    let met = verdicts.isEmpty ? nil : verdicts.contains(false) ? false : verdicts.contains(nil) ? nil : true
    self.init(words, met, conclusion, figure?.rule.assumption, isConcluded: false)
  }

  private init(
    _ words: [String], _ met: Bool?, _ conclusion: Conclusion?, _ assumption: Assumption?, isConcluded: Bool
  ) {
    var words = words
    if let said = conclusion?.text, !said.isEmpty, !isConcluded { words.append(said) }
    let sentence = met == nil ? "" : assumption?.sentence ?? ""
    text = words.isEmpty && sentence.isEmpty ? nil : words.joined(separator: "；") + sentence
    self.met = met ?? conclusion?.met
    isDisputed = met != nil && conclusion?.met != nil && met != conclusion?.met
  }

  /// 是, 否, or empty where neither data nor a person tell.
  var metCell: Listing.Cell { met.map { .text($0 ? "是" : "否") } ?? .empty }

  private static func words(_ detail: ItemDetail) -> String {
    detail.text.isEmpty ? FigureText.verdict(detail.met) : detail.text
  }

  /// 「12/14 所达标」; nothing where no school has data.
  private static func schools(_ figure: ItemFigure) -> [String] {
    let codes = Set(figure.schools.map(\.orgCode))
    let failing = Set(figure.failing.map(\.orgCode))
    let unknown = Set(figure.schools.filter { $0.met == nil }.map(\.orgCode)).subtracting(failing)
    guard codes.count > unknown.count else { return [] }
    var words = ["\(codes.count - failing.count - unknown.count)/\(codes.count) 所达标"]
    if !unknown.isEmpty { words.append("\(unknown.count) 所没有数据") }
    if !figure.classes.isEmpty { words.append("超标准班 \(figure.classes.count) 个") }
    return words
  }

  private static func words(_ school: ItemSchool, _ figure: ItemFigure) -> String? {
    guard let actual = school.actual else { return nil }
    let number = FigureText.plain(actual)
    switch figure.rule.measure {
    case .classSize: return "超标准班 \(number) 个"
    case .schoolSize: return "\(number) 人"
    case .trainingFunds: return "\(FigureText.rounded(actual, places: 1))%"
    default:
      let asked = school.required.map { "（应有 \(FigureText.plain($0))）" } ?? ""
      return (school.part.isEmpty ? "" : "\(school.part) ") + number + asked
    }
  }
}
