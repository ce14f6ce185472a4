/// Findings that say something of the sheet as such, not of one cell: it was cut, lost its contents, or nobody knows which
/// row is the right one. Nothing of such a sheet is imported.
///
/// Decision 0150.
enum SheetFault {
  static let codes: Set = [
    "cell-count", "beyond-heading", "cut-file", "uncalculated", "lost-formula", "lost-digits",
    "identity-card",
    "foreign-org",
    "unit-below", "area-of-rooms-sum", "area-of-rooms-sheet", "title-year", "not-allowed-here",
    "duplicate-key", "refused",
    "bad-move",
  ]
}
