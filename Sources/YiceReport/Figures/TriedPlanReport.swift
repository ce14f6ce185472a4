package import YiceFormats

/// A plan, and what the county looks like once it is carried out.
package struct TriedPlanReport: Report {
  private let plan: PlanReport
  private let after: ComparisonReport

  package init(_ plan: PlanReport, _ after: ComparisonReport) {
    self.plan = plan
    self.after = after
  }

  package var text: String { plan.text + "\n" + after.text }
  package var listing: Listing { plan.listing }
  package var json: JSONValue { .object([("plan", plan.json), ("after", after.json)]) }
}
