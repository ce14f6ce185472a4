/// A form as offices print, sign and file it.
package struct Form: Sendable {
  /// As people call it: 表Ⅱ-2.
  package let name: String
  package let title: String
  /// Other ways to type it.
  package let words: [String]
  /// Its sheets: one of the county, or one a school.
  package let pages: @Sendable (FormSource) throws -> [FormPage]

  /// In the order of `yice form --list`.
  package static let all: [Form] =
    [
      countyBasics, stageSummary, schoolSegments, countyBalance, yearlyBalance, government, quality,
      satisfaction,
      selfEvaluation, honesty, materials,
      standardization, oversizedClasses, oversizedSchools, rectification, tasks, policies, experiments,
      safety, groups, leadingGroup, targets, places, schoolPlans, schoolPlanList,
    ] + demands + registers

  /// 申报表, 表Ⅰ to 表Ⅵ: what a county applies with.
  static let application: [Form] = [
    countyBasics, stageSummary, schoolSegments, countyBalance, government, quality, satisfaction,
  ]

  package static func named(_ word: String) -> Form? {
    all.first { $0.name == word || $0.words.contains(word) }
  }

  /// Every form with what else it may be called.
  package static var listing: Listing {
    Listing(
      columns: [
        Listing.Column("name", "报表"), Listing.Column("title", "标题"), Listing.Column("words", "也可写作"),
      ],
      rows: all.map { [.text($0.name), .text($0.title), .text($0.words.joined(separator: "、"))] })
  }
}
