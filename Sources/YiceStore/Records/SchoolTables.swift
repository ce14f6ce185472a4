extension CatalogTable {
  /// Whether every row is a school's own, kept by the school: in a bureau's file a row that names no school is nobody's.
  /// The bureau states figures of its own (填报值) and has problems of its own (整改清单).
  package var isOfSchools: Bool {
    column("org_code")?.label == "学校标识码" && [.register, .headCount].contains(writers)
      && name != CatalogTable.statement.name
  }
}
