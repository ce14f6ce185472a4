package import YiceModel

/// One item of 政府保障程度, 教育质量, 社会认可度, the prerequisites or the veto list. Decision 0015.
package struct ItemRule: Sendable, Equatable {
  /// e.g. G3, Q9, S1.
  package var id: String
  package var label: String
  /// Heading it is listed under, e.g. 政府保障程度.
  package var group: String
  /// Aspects on which a person concludes; an empty text is the whole item.
  package var conclusions: [String]
  package var ratios: [RatioRule]
  /// How it is worked out school by school, or from a table of its own.
  package var measure: Measure?
  /// The numbers that the measure compares with, by name.
  package var limits: [String: Double]
  /// The numbers under a relaxation; empty where none is allowed.
  package var relaxed: [String: Double]
  /// Document and paragraph.
  package var source: String
  /// What a reader must know about the rule itself; empty where nothing.
  package var note: String = ""
  /// Growth rules of `programme`, by their group, that say what a person concludes on it: 三个增长.
  package var growth: String? = nil
  /// What of it no official text confirms.
  package var assumption: Assumption? = nil

  package enum Measure: String, Sendable, CaseIterable {
    case artsRooms = "arts_rooms"
    case schoolSize = "school_size"
    case classSize = "class_size"
    case smallSchoolFunds = "small_school_funds"
    case trainingFunds = "training_funds"
    case basicScore = "basic_score"
    case coreItems = "core_items"
    case survey
    case yearsSince = "years_since"
    case veto

    /// Judged school by school.
    package var isBySchool: Bool {
      switch self {
      case .survey, .yearsSince, .veto: false
      default: true
      }
    }
  }

  /// What the row of table `conclusion` is called: G1, or G2-建设标准.
  package func conclusionName(_ aspect: String) -> String { aspect.isEmpty ? id : "\(id)-\(aspect)" }
}

/// A ratio, or a figure where there is no denominator.
package struct RatioRule: Sendable, Equatable {
  package var label: String
  package var stage: Stage?
  package var numerator: [IndicatorRule.Term]
  package var denominator: [IndicatorRule.Term]
  /// 1, or 100 for percent.
  package var per: Int
  package var unit: String
  package var bound: Bound
  /// Later values of an `atLeast`, each from its day on (财政部 raises a norm); the first is `bound`. Decision 0125.
  package var dated: [DatedBound] = []

  package struct DatedBound: Sendable, Equatable {
    /// YYYY-MM-DD.
    package var from: String
    package var atLeast: Double
    /// Document.
    package var source: String
  }

  /// The value in force when the 学年 begins, and the day it is in force from where it is a later one. Money of a 学年 is
  /// that of the calendar year in which it begins.
  package func bound(in year: Int) -> (bound: Bound, since: String?) {
    guard let last = dated.filter({ $0.from <= "\(year)-09-01" }).max(by: { $0.from < $1.from }) else {
      return (bound, nil)
    }
    return (.atLeast(last.atLeast), last.from)
  }

  package enum Bound: Sendable, Equatable {
    case atLeast(Double)
    case below(Double)
    /// Shown, and not judged.
    case shown
  }
}
