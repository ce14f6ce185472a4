internal import GRDB
internal import YiceModel

extension RowKey {
  /// The class that a person names as it is called: 三年级2班, 六(2)班, 2020级2班, 302班, behind the school's code where the file
  /// holds several.
  /// - Returns: nil where the text is no name of a class, or the file has no year.
  /// - Throws: `RecordError.unclearClass` where no class of the file's school year is called so, or several are.
  static func named(_ text: String, in table: CatalogTable, file: FileInfo, _ db: Database) throws -> RowKey?
  {
    guard table.key.contains("entry_year"), table.key.contains("class_no"), let year = file.schoolYear
    else { return nil }
    let parts = text.split(separator: "/").map(String.init)
    guard let last = parts.last, parts.count <= 2, let name = ClassName(last), let number = name.classNo,
      name.grade != nil || name.entryYear != nil
    else { return nil }
    let org = parts.count == 2 ? parts[0] : file.orgCode
    let classes = try Row.fetchAll(
      db,
      sql: """
        SELECT stage, entry_year FROM class_roll
        WHERE org_code = ?1 AND school_year = ?2 AND class_no = ?3
          AND (grade = ?4 OR ?4 IS NULL) AND (entry_year = ?5 OR ?5 IS NULL)
          AND (stage = ?6 OR ?6 IS NULL)
        """, arguments: [org, year, number, name.grade, name.entryYear, name.stage?.rawValue])
    guard classes.count == 1, let found = classes.first else {
      let detail =
        classes.count > 1
        ? "这样叫的班有 \(classes.count) 个，请写明学段，如 小学\(last)"
        : file.role.isOneSchool || parts.count == 2
          ? "\(year) 学年没有这个班" : "请在前面写明哪所学校，如 学校标识码/\(last)"
      throw RecordError.unclearClass(table: table.label, given: text, detail: detail)
    }
    let values: [String: DatabaseValue] = [
      "org_code": org.databaseValue, "school_year": year.databaseValue, "stage": found["stage"],
      "entry_year": found["entry_year"], "class_no": number.databaseValue,
    ]
    let key = table.key.compactMap { values[$0] }
    return key.count == table.key.count ? RowKey(key) : nil
  }
}
