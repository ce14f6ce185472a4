extension FileInfo {
  /// Whose standards, settings and catalogue the file works with: its county's, or its own where it is a bureau's.
  package var bureau: String { countyCode ?? orgCode }
}
