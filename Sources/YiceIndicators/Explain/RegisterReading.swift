internal import YiceModel
internal import YiceStandards

/// How one 数据项 is read from its register, row by row: the same reading as SQL/30 and SQL/40, as one query that a
/// person can run in any SQLite tool.
struct RegisterReading {
  let table: String
  /// Columns that tell the row to a person.
  let shown: [String]
  /// What one row adds, in the element's unit.
  let amount: String
  let conditions: [String]

  /// - Parameter stage: the 学段, for elements that are given by 学段.
  init(_ element: Element, stage: Stage, rule: RegisterRule) {
    func list(_ column: String, _ words: [String]?) -> String {
      "\(column) IN (\((words ?? []).map(RegisterReading.quoted).joined(separator: ", ")))"
    }
    func teachers(_ extra: String...) -> ([String], String, [String]) {
      (
        ["teacher_no", "name", "subject", "education", "title", "backbone"], "1",
        ["full_time = 1", "stage = '\(stage.rawValue)'"] + extra
      )
    }
    func rooms(_ amount: String, _ extra: String...) -> ([String], String, [String]) {
      (["room_no", "name", "campus", "category", "floor_area", "multimedia"], amount, extra)
    }
    func equipment(_ amount: String, _ extra: String) -> ([String], String, [String]) {
      (["item_no", "name", "campus", "category", "quantity", "value"], amount, [extra])
    }
    table = ElementRegister.table(of: element)
    let lists = rule.lists
    (shown, amount, conditions) =
      switch element.name {
      case "学生数":
        (
          ["stage", "entry_year", "class_no", "campus", "head_count"], "head_count",
          ["stage = '\(stage.rawValue)'"]
        )
      case "班级数":
        (["stage", "entry_year", "class_no", "campus", "head_count"], "1", ["stage = '\(stage.rawValue)'"])
      case "高于规定学历教师数": teachers(list("education", rule.aboveQualification[stage]))
      case "骨干教师数": teachers(list("backbone", lists["backbone"]))
      case "体育教师数": teachers(list("subject", lists["pe_subjects"]))
      case "艺术教师数": teachers(list("subject", lists["art_subjects"]))
      case "中级及以上职务教师数": teachers(list("title", lists["middle_titles"]))
      case "教学及辅助用房面积": rooms("coalesce(floor_area, 0)", list("category", lists["teaching_rooms"]))
      case "室内体育用房面积": rooms("coalesce(floor_area, 0)", list("category", lists["indoor_sports_rooms"]))
      case "网络多媒体教室数": rooms("1", list("category", lists["multimedia_rooms"]), "multimedia = 1")
      case "运动场地面积":
        (
          ["ground_no", "name", "campus", "category", "area"], "area",
          [list("category", lists["sports_grounds"]), "coalesce(leased, 0) = 0"]
        )
      case "教学仪器设备值":
        equipment(
          "coalesce(value, 0)",
          "coalesce(counts_as_teaching, \(list("category", lists["teaching_equipment"]))) = 1")
      case "计算机台数": equipment("coalesce(quantity, 0)", list("category", lists["computers"]))
      case "图书册数": equipment("coalesce(quantity, 0)", list("category", lists["books"]))
      default: teachers()
      }
  }

  /// The rows counted, as a query of its own.
  func sql(orgCode: String, year: Int) -> String {
    let lines =
      ["school_year = \(year)", "org_code = \(RegisterReading.quoted(orgCode))"] + conditions
    return """
      SELECT \(shown.joined(separator: ", ")), \(amount) AS amount, rev
      FROM \(table)
      WHERE \(lines.joined(separator: "\n  AND "))
      ORDER BY \(shown[0]), \(shown[1])
      """
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
