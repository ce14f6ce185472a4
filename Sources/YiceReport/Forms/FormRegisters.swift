internal import GRDB
internal import YiceModel
internal import YiceStore

extension Form {
  /// The registers as lists to print and sign, one sheet a school: 班级, 教师, 用房, 场地, 仪器设备, 经费.
  static let registers: [Form] = [
    CatalogTable.classRoll, .teacher, .room, .ground, .equipment, .finance,
  ].map(register)

  private static func register(_ table: CatalogTable) -> Form {
    let title = "\(table.label)登记册"
    return Form(
      name: title, title: title, words: [table.label],
      pages: { source in
        try source.pageBySchool { school in
          let year = table.yearColumn ?? table.column("fiscal_year")
          let filter = year.map { " AND \($0.name) = ?" } ?? ""
          let rows = try source.rows(
            "SELECT * FROM \(table.name) WHERE org_code = ?\(filter) ",
            year == nil ? [school.code] : [school.code, source.year])
          let hidden: Set = ["org_code", year?.name ?? "", "pending"]
          let columns = table.columns.filter { !hidden.contains($0.name) }
          var listing = Listing(
            title: title,
            columns: [Listing.Column("number", "序号")] + columns.map { Listing.Column($0.name, $0.heading) })
          // Numbers of registers are texts: 2 stands before 10.
          let ordered = rows.map { row in
            (row: row, key: table.key.map { NaturalOrder(RowKey([row[$0]]).text) })
          }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.row)
          listing.rows = ordered.enumerated().map { index, row in
            [.number(index + 1)] + columns.map { RecordListing.cell($0, row[$0.name]) }
          }
          // Columns that nobody fills in only make the print small.
          let kept = listing.withoutEmptyColumns(keeping: Set(table.key))
          var page = FormPage(rows.isEmpty ? listing : kept, name: school.name)
          page.looks["number"] = FormPage.Look(width: 6, centered: true)
          page.right = source.yearText
          page.signatures = FormPage.signers
          return page
        }
      })
  }
}
