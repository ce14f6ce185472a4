package import YiceModel

/// 评估标准: every threshold, weight, list and setting that figures depend on, as data.
///
/// Shipped profiles are `ProfileCatalog`; a county's own copy stands in table `standard` of its file, with single
/// values replaced by table `threshold`. Decision 0082.
package struct Profile: Sendable {
  /// e.g. `national-2017`.
  package var id: String
  package var version: String
  package var title: String
  /// Document it follows, e.g. 教督〔2017〕6号.
  package var document: String
  package var compare: Comparison
  /// In the order they are printed.
  package var indicators: [IndicatorRule]
  /// Upper limit of the 校际差异系数 by 学段; none where a profile sets none.
  package var cvLimits: [Stage: Double]
  /// When a school passes; nil where a profile has no such rule.
  package var passRule: PassRule?
  /// Upper limit of the 综合差异系数 (2012) by 学段; empty where there is none.
  package var compositeLimits: [Stage: Double]
  package var weights: Weights
  package var inclusion: InclusionRule
  package var registers: RegisterRule
  /// That values are compared as they are, or rounded; nil where a text says which.
  package var comparisonAssumption: Assumption?
  /// The weight of 附设幼儿班; nil where a text says it.
  package var kindergartenAssumption: Assumption?
  /// How many values the county has replaced through table `threshold`.
  package var adjustments: Int = 0
  /// Rows of table `threshold` that name nothing this profile has, as 「指标编号/学段」.
  package var unknownAdjustments: [String] = []
  /// Standards that are 使用中 beside this one, after two sides each put one in use.
  package var rivals: [String] = []
  /// The document and paragraph behind the pass rule and the limits of the 差异系数.
  package var verdictSource: String
  /// 政府保障程度, 教育质量, 社会认可度, prerequisites and veto, in the order they are printed.
  package var items: [ItemRule] = []
  /// Indicators that a relaxation (放宽认定) may touch, with the numbers it asks for.
  package var relaxations: [String: [String: Double]] = [:]
  /// Last year for which the relaxations' text was made, as far as is known; nil: no end is known.
  package var relaxationsUntil: Int? = nil
  /// Limits of classes and schools, and places to plan.
  package var sizes: SizeRules
  /// 学制, by which grades and 学段 are told everywhere.
  package var stages = StageSystem.usual
  /// Numbers that programmes ask for beside the standard, and the growth rules of education funds.
  package var programme = ProgrammeRules()
  /// 元 a unit of a 数据项, for plans; a county's own stand in table `unit_cost`.
  package var costs: [String: Double] = [:]
  /// Sets of 数据项 that one added person may count in at once, for plans.
  package var onePerson: [[String]] = []
}

extension Profile {
  /// What every output prints: 「教督〔2017〕6号 national-2017 版本 1（已由本县调整 2 处）」.
  package var name: String {
    let adjusted = adjustments > 0 ? "（已由本县调整 \(adjustments) 处）" : ""
    return "\(document) \(id) 版本 \(version)\(adjusted)"
  }

  /// What to say where several standards are in use; nil where one is.
  package var rivalry: String? {
    guard !rivals.isEmpty else { return nil }
    let names = ([id] + rivals).joined(separator: "、")
    return
      "有 \(rivals.count + 1) 套标准都是“使用中”（\(names)），按最后换用的 \(id) 计算。请确定用哪一套：yice standards 县级文件 --use \(id)（其余自动停用）。"
  }

  package func item(_ id: String) -> ItemRule? { items.first { $0.id == id } }

  package func indicator(_ id: String) -> IndicatorRule? { indicators.first { $0.id == id } }

  /// Whether a value is compared as it is or after rounding to two decimals, half up.
  package enum Comparison: String, Sendable { case exact, rounded }
}

/// One indicator of a profile: how its value is made and what is asked of it.
package struct IndicatorRule: Sendable, Equatable {
  package var id: String
  package var label: String
  /// Unit of the value, e.g. 人/百人, ㎡/人.
  package var unit: String
  /// 1: per pupil (生均); 100: per hundred pupils (每百名).
  package var per: Int
  package var terms: [Term]
  /// Least value by 学段; empty where a profile sets none.
  package var thresholds: [Stage: Double]
  /// Whether a combined school's amount is split between its 学段; otherwise it is counted by 学段.
  package var split: Bool
  /// Document and paragraph.
  package var source: String
  /// What of its threshold no official text confirms.
  package var assumption: Assumption? = nil

  /// An amount that is added to the numerator (+1) or taken away (−1).
  package struct Term: Sendable, Equatable {
    package var element: String
    package var sign: Int

    package init(element: String, sign: Int) {
      self.element = element
      self.sign = sign
    }
  }
}

/// 学校综合达标: at least `least` met, and each of the rest at `near` of its threshold or more.
package struct PassRule: Sendable, Equatable {
  package var least: Int
  package var near: Double

  package init(least: Int, near: Double) {
    self.least = least
    self.near = near
  }
}

/// Weights for splitting a combined school's amounts.
package struct Weights: Sendable, Equatable {
  /// 小 : 初 : 高, and 附设幼儿班.
  package var general: [Stage: Double]
  /// Of schools with 初中 and 高中 and no 小学 (完全中学).
  package var complete: [Stage: Double]
}

/// Which schools count when they do not say so themselves.
package struct InclusionRule: Sendable, Equatable {
  package var kinds: [String: Kind]
  /// 举办者类型 that count; nil: all.
  package var runBy: Set<Int>?

  package struct Kind: Sendable, Equatable {
    package var isIn: Bool
    /// Least primary and junior pupils of its own; nil: any number.
    package var atLeast: Int?
    /// The one 学段 such a school has; nil where it may have several.
    package var stage: Stage?
  }
}

/// How registers are read as 数据项.
package struct RegisterRule: Sendable, Equatable {
  /// List → words, for lists that hold for every 学段: `backbone`, `pe_subjects`, `teaching_rooms` …
  package var lists: [String: [String]]
  /// Education above what the 学段 asks for (高于规定学历).
  package var aboveQualification: [Stage: [String]]
}
