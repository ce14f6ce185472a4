package import GRDB
package import YiceModel
internal import YiceStandards
package import YiceStore

/// What is asked of a worked year. Each throws `WorkedYear.Misuse.over` where the handle's time is over, else `DatabaseError`.
extension WorkedYear {
  /// 政府保障程度, 教育质量, 社会认可度, prerequisites and veto (2012: 办学基本标准, 公众满意度, veto).
  /// - Parameter orgCode: whose conclusions, surveys and county-wide statements count: the county's, or in a school's file
  ///   the school's.
  package func items(of orgCode: String) throws -> AssessmentFigures {
    try Assessment(try db(), figures, orgCode: orgCode, on: day).all()
  }

  /// Where one figure comes from.
  /// - Returns: nil when there is no such segment or indicator.
  package func explanation(of orgCode: String, _ stage: Stage, _ indicator: String) throws -> Explanation? {
    try Explainer(try db(), figures).segment(orgCode, stage, indicator)
  }

  /// 勾稽检查: what does not fit together, errors first, then by rule.
  /// - Parameter wholeCounty: false in a school's own file, where the school it is 并入 cannot be looked up.
  package func check(wholeCounty: Bool) throws -> [Finding] {
    try Check.findings(try db(), figures, wholeCounty: wholeCounty, county: county)
  }

  /// The rows that break one rule of `check`.
  package func rows(against rule: CheckRule) throws -> [Row] { try Row.fetchAll(try db(), sql: rule.sql) }

  /// Every segment that does not pass, or that misses a threshold; by 学段 and code.
  package func gaps(costs: CostTable) throws -> [SegmentGaps] {
    try Gaps(try db(), figures, costs: costs).all()
  }

  /// The cheapest plan. What it would do is another year, worked out with its changes.
  /// - Parameter sharing: false: every person counts in one indicator only, whatever the profile says.
  /// - Throws: `PlanError`, too.
  package func plan(costs: CostTable, sharing: Bool = true) throws -> CountyPlan {
    try CountyPlan.make(try db(), figures, costs: costs, sharing: sharing)
  }

  /// Every group of the file (学校共同体, 集团, 学区), with the figures of its members.
  /// - Parameter orgCode: as in `items`.
  package func groups(of orgCode: String) throws -> [GroupFigures] {
    try GroupFigures.all(try db(), figures, items: try items(of: orgCode))
  }

  /// Rows of a register that count for no 数据项, of schools in scope.
  package func uncounted(_ register: String) throws -> [UncountedRow] {
    try ElementReading.uncounted(try db(), register)
  }

  /// Where the county stands.
  /// - Parameters:
  ///   - orgCode: as in `items`.
  ///   - before: the year before, which is a handle of its own; nil where the file has nothing of it.
  package func status(of orgCode: String, before: CountyFigures?) throws -> CountyStatus {
    try CountyStatus(try db(), figures, items: try items(of: orgCode), before: before)
  }
}

// MARK: - From the file

extension WorkedYear {
  /// Unit costs, the profile's with the county's own over them.
  package func costs(of bureau: String) throws -> CostTable {
    try CostTable(try db(), profile, orgCode: bureau)
  }

  /// The schools as people name them.
  package func schools() throws -> SchoolDirectory { try SchoolDirectory(try db()) }
}
