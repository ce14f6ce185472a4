package import YiceIndicators

/// A form of the national application (申报表), filled from figures.
package struct Form: Sendable {
  /// As people call it: 表Ⅱ-2.
  package let name: String
  package let title: String
  /// Other ways to type it.
  package let words: [String]
  /// The form's table; figures are rounded as the form asks.
  package let listing: @Sendable (CountyFigures) -> Listing
  /// Lines under the table.
  package let footnotes: @Sendable (CountyFigures) -> [String]

  package static let all: [Form] = [schoolSegments, countyBalance]

  package static func named(_ word: String) -> Form? {
    all.first { $0.name == word || $0.words.contains(word) }
  }
}
