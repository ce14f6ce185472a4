package import YiceModel

/// A county's own value in place of the profile's (a row of table `threshold`).
package struct Adjustment: Sendable, Equatable {
  /// An indicator's id, or a setting: cv_limit, pass_least, near, composite, weight, complete_weight,
  /// kindergarten_weight, smallest_point, years (年数 of a 学段); or a name of `SizeRules`.
  package var name: String
  /// nil: every 学段 that the profile sets.
  package var stage: Stage?
  package var value: Double

  package init(name: String, stage: Stage?, value: Double) {
    self.name = name
    self.stage = stage
    self.value = value
  }
}

extension Profile {
  /// 标准名称 of table `threshold` for a county's own 学制 whatever profile it uses.
  package static let stagesName = "学制"

  /// How many years a 学段 may have.
  static let yearsOfStage = 1...6

  /// The profile with the county's own values; each counts in `adjustments`, what names nothing is kept for a finding.
  package func adjusted(by list: [Adjustment]) -> Profile {
    var profile = self
    for adjustment in list {
      if profile.apply(adjustment) {
        profile.adjustments += 1
      } else {
        let stage = adjustment.stage.map { "/\($0.rawValue)" } ?? ""
        profile.unknownAdjustments.append(adjustment.name + stage)
      }
    }
    return profile
  }

  /// - Returns: whether the profile has such a value, and the new one can stand there.
  private mutating func apply(_ adjustment: Adjustment) -> Bool {
    let value = adjustment.value
    guard value >= 0 else { return false }
    if let index = indicators.firstIndex(where: { $0.id == adjustment.name }) {
      guard Profile.replace(&indicators[index].thresholds, adjustment) else { return false }
      indicators[index].assumption = nil
      return true
    }
    if profileItem(adjustment) || sizes.apply(adjustment) || programme.apply(adjustment) { return true }
    switch adjustment.name {
    case "cv_limit": return Profile.replace(&cvLimits, adjustment)
    case "composite": return Profile.replace(&compositeLimits, adjustment)
    case "weight" where value > 0 && adjustment.stage != nil:
      return Profile.replace(&weights.general, adjustment)
    case "complete_weight" where value > 0 && adjustment.stage != nil:
      return Profile.replace(&weights.complete, adjustment)
    case "kindergarten_weight" where value > 0 && adjustment.stage == nil:
      weights.general[.kindergarten] = value
      weights.complete[.kindergarten] = value
      kindergartenAssumption = nil
      return true
    case "years", "年数":
      guard let stage = adjustment.stage, let years = Int(exactly: value),
        Profile.yearsOfStage.contains(years)
      else { return false }
      stages[stage] = years
      return true
    case "pass_least" where adjustment.stage == nil && value == value.rounded():
      passRule?.least = Int(value)
      return passRule != nil
    case "near" where adjustment.stage == nil:
      passRule?.near = value
      return passRule != nil
    case "smallest_point" where adjustment.stage == nil && value == value.rounded():
      let kinds = inclusion.kinds.filter { $0.value.atLeast != nil }.keys
      for kind in kinds { inclusion.kinds[kind]?.atLeast = Int(value) }
      return !kinds.isEmpty
    default: return false
    }
  }

  /// G7: the bound of an item's only judged ratio (by 学段 where it has several); G3.music: a limit of its measure;
  /// G9.每年学时完成率: the bound of the ratio of that name, judged from now on where it was only shown.
  private mutating func profileItem(_ adjustment: Adjustment) -> Bool {
    let parts = adjustment.name.split(separator: ".", maxSplits: 1).map(String.init)
    guard let id = parts.first, let index = items.firstIndex(where: { $0.id == id }) else { return false }
    if parts.count == 2 {
      if let ratio = items[index].ratios.firstIndex(where: {
        $0.label == parts[1] && $0.stage == adjustment.stage
      }) {
        if case .below = items[index].ratios[ratio].bound {
          items[index].ratios[ratio].bound = .below(adjustment.value)
        } else {
          items[index].ratios[ratio].bound = .atLeast(adjustment.value)
          items[index].ratios[ratio].dated = []
        }
        return true
      }
      guard items[index].limits[parts[1]] != nil else { return false }
      items[index].limits[parts[1]] = adjustment.value
      items[index].assumption = nil
      return true
    }
    let fitting = items[index].ratios.indices.filter {
      items[index].ratios[$0].stage == adjustment.stage && items[index].ratios[$0].bound != .shown
    }
    guard fitting.count == 1, let ratio = fitting.first else { return false }
    switch items[index].ratios[ratio].bound {
    case .atLeast:
      // The county's own value holds whatever the year.
      items[index].ratios[ratio].bound = .atLeast(adjustment.value)
      items[index].ratios[ratio].dated = []
    case .below: items[index].ratios[ratio].bound = .below(adjustment.value)
    case .shown: return false
    }
    return true
  }

  private static func replace(_ values: inout [Stage: Double], _ adjustment: Adjustment) -> Bool {
    let stages = adjustment.stage.map { [$0] } ?? Array(values.keys)
    guard !stages.isEmpty, stages.allSatisfy({ values[$0] != nil }) else { return false }
    for stage in stages { values[stage] = adjustment.value }
    return true
  }
}
