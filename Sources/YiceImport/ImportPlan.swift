package import YiceModel
package import YiceStore

/// Which column of a sheet goes where, worked out from its heading row.
package struct ImportPlan: Sendable {
  /// One column of the sheet that is read.
  package struct Entry: Sendable {
    /// Position in the sheet, from 0.
    package let index: Int
    /// As the sheet has it.
    package let heading: String
    package let column: CatalogColumn
    /// Power of ten that takes the heading's unit to the stored one.
    package let exponent: Int
    /// What its words say, where the heading asks a question of its own.
    var meaning: HeadingMeaning?
  }

  package let table: CatalogTable
  package var entries: [Entry] = []
  /// A column such as 「三年级2班」 that gives grade and class number together.
  package var className: Entry?
  /// A column of girls, which with the whole class gives the boys.
  var girls: (index: Int, heading: String)?
  /// Columns with the class of an asset, in a list of fixed assets; not kept.
  var assetClasses: [Int] = []
  /// A column that says whether the person, room or thing still is the school's.
  var standing: (index: Int, heading: String)?
  /// Columns that are ticked where a word holds.
  var ticks: [TickedColumns] = []
  /// A column with the births that tell people of one name apart; it is not kept.
  var birth: Int?
  /// A column that names the school of each row, in a bureau's file.
  package var schoolName: (index: Int, heading: String)?
  /// A column that names the school of each row, in a school's own file, whose rows alone it takes.
  ///
  /// `isLoose`: the column may name departments too.
  var ownName: (index: Int, heading: String, school: OwnSchool, isLoose: Bool)?
  /// Words in that column that mean no school but the bureau itself, an empty cell among them; nil where every row
  /// must name its school.
  package var bureauWords: Set<String>?
  /// The column by which an exported sheet remembers its rows, and what it says of the export.
  package var memory: (index: Int, sheet: SheetMemory)?
  /// Headings that are not read, with the reason; told to the person, never dropped silently.
  package var skipped: [Finding] = []
  /// Why the sheet cannot be imported at all.
  package var problems: [Finding] = []
  /// Units that a title line names (单位:万元), for columns whose headings name none.
  package var titleUnits: [String] = []
  /// Words in a title line's place for the unit that do not say of what: 万.
  package var unclearTitleUnits: [String] = []
  /// Cells in the heading row.
  package var width = 0
  /// All of them.
  var labels: [String] = []

  /// Columns in which merged cells are filled, or told.
  var mergeColumns: [MergedCells.Column] {
    (entries + [className].compactMap(\.self)).map { entry in
      let isKey = table.key.contains(entry.column.name) || entry.column.name == "grade"
      let isAmount =
        switch entry.column.type {
        case .count, .decimal, .signedDecimal: true
        // 间数 is counted, a year is not.
        case .integer: entry.column.unit != nil
        default: false
        }
      return MergedCells.Column(index: entry.index, heading: entry.heading, isAmount: isAmount && !isKey)
    } + (schoolName.map { [MergedCells.Column(index: $0.index, heading: $0.heading, isAmount: false)] } ?? [])
  }

  /// Headings of the columns that are read, by position from 0.
  var headings: [Int: String] {
    Dictionary((entries + [className].compactMap(\.self)).map { ($0.index, $0.heading) }) { first, _ in first
    }
  }
}
