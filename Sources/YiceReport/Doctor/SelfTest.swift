internal import YiceFiles
internal import YiceFormats
internal import YiceImport
internal import YiceIndicators
internal import YiceModel
internal import YiceStandards
internal import YiceStore

/// One small school from sheet to figure, in a temporary folder that goes away.
enum SelfTest {
  /// 6 teachers above the qualification required for 100 pupils: 每百名学生 6.
  private static let sheet = Listing(
    columns: [
      Listing.Column("element", "数据项"), Listing.Column("stage", "学段"), Listing.Column("value", "数值"),
    ],
    rows: [
      [.text("学生数"), .text("小学"), .number(100)], [.text("高于规定学历教师数"), .text("小学"), .number(6)],
    ])
  private static let wanted = ("R1", 6.0)
  private static let year = 2022

  static var item: Checkup.Item { item(of: figure) }

  static func item(of figure: () throws -> Double?) -> Checkup.Item {
    let advice = "请把这一页发给提供程序的人。"
    do {
      let figure = try figure()
      return figure == wanted.1
        ? Checkup.Item("self_test", "自检", "新建、写表、导入（CSV、xlsx）、算指标都对")
        : Checkup.Item(
          "self_test", "自检", "算出的指标不对：\(figure.map { "\($0)" } ?? "没有")，应为 \(wanted.1)", .broken,
          advice: advice)
    } catch {
      return Checkup.Item("self_test", "自检", "没有走完：\(error)", .broken, advice: advice)
    }
  }

  private static func figure() throws -> Double? {
    let folder = try PrivateFolder()
    let author = Author("自检")
    let info = FileInfo(
      role: .school, orgCode: "2199000001", orgName: "自检小学", countyCode: "990101", schoolYear: year)
    let file = try YiceFile.create(folder.path + "/自检.db", info: info, author: author) { writer in
      try writer.save(info)
      _ = try writer.add(.org, try RowValues(["org_code=2199000001", "name=自检小学", "kind=小学"], in: .org))
    }
    for (format, encoding) in [(ListingFile.Format.csv, CSVWriter.Encoding.gb18030), (.xlsx, .utf8WithMark)] {
      let path = folder.path + "/填报值." + format.rawValue
      try ListingFile.write(sheet, to: path, as: format, encoding: encoding)
      let source = try SheetFile.open(path)
      var importer = Importer(.statement)
      importer.year = year
      _ = try importer.run(try source.rows(of: source.sheets[0]), into: file, author: author)
    }
    return try file.readWithTemporaryTables { db in
      let figures = try WorkedYear.with(db, year: year, profile: try Profile.used(by: info, db)) {
        $0.figures
      }
      return figures.stage(.primary)?.segments.first?.values.first { $0.id == wanted.0 }?.value
    }
  }
}
