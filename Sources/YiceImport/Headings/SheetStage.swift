internal import YiceModel

/// The 学段 of all rows of a sheet, by its name or its title: 初中部班级, 小学教师花名册.
enum SheetStage {
  static func find(_ titles: [String], _ sheetName: String?) -> Stage? {
    let told = ([sheetName].compactMap(\.self) + titles).compactMap {
      StageWords.only(in: HeaderMatcher.tidy($0))
    }
    return Set(told).count == 1 ? told.first : nil
  }
}
