internal import GRDB
internal import YiceModel
internal import YiceStandards

extension CountyFigures {
  /// In a file of one school there is no 校际 difference: a coefficient of 0.000 within its limit would be a verdict on
  /// nothing. Means, coefficients and limits of the county are not there, and the verdict is the school's.
  func withoutSpread(ifOneSchool db: Database) throws -> CountyFigures {
    let word = try String.fetchOne(db, sql: "SELECT value FROM file_info WHERE key = 'role'")
    guard word.flatMap(Role.init(rawValue:))?.isOneSchool == true else { return self }
    var own = self
    own.isOneSchool = true
    own.stages = stages.map { stage in
      var stage = stage
      stage.indicators = stage.indicators.map { indicator in
        var indicator = indicator
        indicator.cv = nil
        indicator.unweightedCV = nil
        indicator.limit = nil
        indicator.withinLimit = nil
        return indicator
      }
      stage.composite = nil
      stage.compositeLimit = nil
      stage.compositeWithinLimit = nil
      let passing =
        stage.counts.map { $0.passing == $0.segments } ?? stage.segments.allSatisfy { $0.passes != false }
      stage.passes = profile.passRule == nil || stage.segmentCount == 0 ? nil : passing
      return stage
    }
    return own
  }
}
