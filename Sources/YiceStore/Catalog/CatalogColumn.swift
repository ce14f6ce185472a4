/// One column as people and programs need to know it.
package struct CatalogColumn: Sendable {
  /// English name, the column's name in SQL.
  package let name: String
  /// Chinese name, as people read and type it.
  package let label: String
  package let type: ColumnType
  /// Must not be empty.
  package let required: Bool
  /// Holds '' rather than NULL when empty (main campus, whole school).
  package let emptyAllowedInKey: Bool
  /// Personal data: stays out of logs, errors and redacted reports.
  package let sensitive: Bool
  /// Sentences, kept as they were written, full-width punctuation too.
  package let prose: Bool
  /// Unit that values are stored in.
  package let unit: String?
  /// Other headings that spreadsheets use.
  package let synonyms: [String]
  /// What people write → what is stored.
  package let aliases: [String: String]
  /// What people write around its choices and aliases.
  let around: Surroundings?
  /// Words that say less than what is stored: taken for the usual one of those they may mean, and told.
  package let coarse: [String: String]
  /// A date of which the month is enough: the day of it that is stored.
  package let ofMonth: DayOfMonth?
  /// The last day of a period: 2022年底 is taken, too, and a sheet's words go to the table's `periodColumn`, or to 备注.
  package let mayBePeriod: Bool
  /// What it means, in English, where label and unit do not say it; stands behind the column in schema.sql.
  package let comment: String?
  /// Of a state, the choices in which nothing is left to be done: the row is off its ledger.
  let finished: [String]
  /// Of a text from which figures are worked out, the words that are understood.
  package let vocabulary: Vocabulary?
  /// A figure is worked out from it: a row whose value was not understood counts nowhere, so it stays out.
  package let inFigures: Bool
  /// Number of the format that brought it.
  package private(set) var since: Int

  init(
    _ name: String, _ label: String, _ type: ColumnType, required: Bool = false,
    emptyAllowedInKey: Bool = false, sensitive: Bool = false, prose: Bool = false, unit: String? = nil,
    synonyms: [String] = [], aliases: [String: String] = [:], around: Surroundings? = nil,
    coarse: [String: String] = [:],
    vocabulary: Vocabulary? = nil, finished: [String] = [], ofMonth: DayOfMonth? = nil,
    mayBePeriod: Bool = false, inFigures: Bool = false,
    comment: String? = nil,
    since: Int = 1
  ) {
    self.name = name
    self.label = label
    self.type = type
    self.required = required
    self.emptyAllowedInKey = emptyAllowedInKey
    self.sensitive = sensitive
    self.prose = prose
    self.unit = unit
    self.synonyms = synonyms
    self.aliases = aliases
    self.around = around
    self.coarse = coarse
    self.vocabulary = vocabulary
    self.finished = finished
    self.inFigures = inFigures
    self.ofMonth = ofMonth
    self.mayBePeriod = mayBePeriod
    self.comment = comment
    self.since = since
  }

  /// The column, no older than that format: that of its table.
  func since(atLeast format: Int) -> CatalogColumn {
    var column = self
    column.since = max(since, format)
    return column
  }

  /// Label with the unit, as headings show it.
  package var heading: String { unit.map { "\(label)(\($0))" } ?? label }
}

/// What a date that names a month alone is stored as: what ends then, or was bought some time in it, by its last day, what begins by its
/// first.
package enum DayOfMonth: Sendable {
  case first, last
}
