internal import GRDB
internal import YiceModel
internal import YiceStore

/// Which areas travel when one file is merged into another (merge.md, What travels): a table of the two kinds of file, as
/// data, and the orgs that both have to do with.
struct Travel {
  /// A file as the table tells it apart.
  enum Kind: Hashable {
    case school, inspection, county
    /// What a bureau issued to one school.
    case extract
    /// City or province.
    case superior
  }

  /// Whose rows travel.
  enum Orgs: Equatable {
    /// Every org that the two files know.
    case all
    /// One school's, and with `bureau` those of the county.
    case school(String)
    /// The county's own and those of its schools, as the sender's list of schools says.
    case county(String)
  }

  /// Classes of a school's areas that travel.
  let classes: Set<AreaClass>
  /// Whether the county's own area does.
  let bureau: Bool
  let orgs: Orgs
  let sender: FileInfo
  let receiver: FileInfo

  /// From → to: the classes of a school's areas, and whether the county's own area travels.
  private static let table: [[Kind]: (classes: Set<AreaClass>, bureau: Bool)] = [
    [.school, .county]: ([.register, .shared], false),
    [.school, .superior]: ([.register, .shared], false),
    [.school, .inspection]: (Set(AreaClass.allCases), true),
    [.inspection, .county]: ([.shared, .oversight], false),
    [.inspection, .superior]: ([.shared, .oversight], false),
    [.inspection, .school]: ([.shared, .oversight], false),
    [.extract, .school]: (Set(AreaClass.allCases), true),
    [.extract, .inspection]: (Set(AreaClass.allCases), true),
    // What the bureau sends to one school is cut from its file.
    [.county, .extract]: (Set(AreaClass.allCases), true),
    [.county, .school]: (Set(AreaClass.allCases), true),
    [.county, .inspection]: (Set(AreaClass.allCases), true),
    [.county, .superior]: (Set(AreaClass.allCases), true),
    [.superior, .county]: (Set(AreaClass.allCases), true),
    [.superior, .superior]: (Set(AreaClass.allCases), true),
  ]

  /// - Throws: `MergeRefusal` when the two files have nothing to do with each other.
  init(from sender: FileInfo, into receiver: FileInfo, name: String) throws {
    self.sender = sender
    self.receiver = receiver
    let from = Kind(sender)
    let to = Kind(receiver)
    if Travel.isCopy(sender, receiver) {
      (classes, bureau, orgs) = (Set(AreaClass.allCases), true, .all)
      return
    }
    guard let row = Travel.table[[from, to]] else {
      throw Travel.refusal(sender, receiver, from, to, name)
    }
    (classes, bureau) = row
    orgs = try Travel.orgs(sender, receiver, name)
  }

  /// Copies of one file, or files made anew for the same org.
  private static func isCopy(_ one: FileInfo, _ other: FileInfo) -> Bool {
    one.role == other.role && one.orgCode == other.orgCode && one.scopeOrg == other.scopeOrg
  }

  private static func orgs(_ sender: FileInfo, _ receiver: FileInfo, _ name: String) throws -> Orgs {
    let foreign = MergeRefusal.foreignFile(
      name, org: sender.school ?? sender.orgCode, orgName: sender.orgName, own: receiver.orgCode)
    if let county = sender.county, let own = receiver.county, county != own {
      throw MergeRefusal.foreignCounty(name, county: county, own: own)
    }
    let isAbove = sender.isSuperior(of: receiver)
    guard isAbove || receiver.isSuperior(of: sender) || !(sender.isAboveCounties || receiver.isAboveCounties)
    else { throw foreign }
    if let school = sender.school ?? receiver.school {
      guard [sender.school, receiver.school].allSatisfy({ $0 == nil || $0 == school }) else { throw foreign }
      return .school(school)
    }
    return isAbove ? .county(receiver.orgCode) : .all
  }

  private static func refusal(
    _ sender: FileInfo, _ receiver: FileInfo, _ from: Kind, _ to: Kind, _ name: String
  )
    -> MergeRefusal
  {
    if from == .extract { return .extract(name) }
    return .foreignFile(name, org: sender.orgCode, orgName: sender.orgName, own: receiver.orgCode)
  }
}

extension Travel.Kind {
  init(_ info: FileInfo) {
    self =
      switch info.role {
      case .school: .school
      case .inspection: .inspection
      case .county: info.scopeOrg == nil ? .county : .extract
      case .city, .province: info.scopeOrg == nil ? .superior : .extract
      }
  }
}

extension FileInfo {
  /// The one school that the file is of.
  var school: String? { role.isOneSchool ? orgCode : scopeOrg }

  /// The county that the file belongs to; nil for a city's or a province's, and where a school's does not say.
  fileprivate var county: String? {
    isAboveCounties ? nil : role == .county ? orgCode : countyCode
  }

  fileprivate var isAboveCounties: Bool { FileInfo.digits[role] != nil }

  /// Of a code of GB/T 2260, how many digits a city's or a province's area has in common.
  private static let digits = [Role.city: 4, .province: 2]

  fileprivate func isSuperior(of other: FileInfo) -> Bool {
    guard let own = FileInfo.digits[role], FileInfo.digits[other.role] ?? 6 > own else { return false }
    // A school's file that does not say its county may be anybody's.
    guard let code = other.isAboveCounties ? other.orgCode : other.county else { return true }
    return code.prefix(own) == orgCode.prefix(own)
  }
}

// MARK: - In a merge

extension Travel {
  static let empty = """
    CREATE TEMP TABLE IF NOT EXISTS travel (
      org_code TEXT NOT NULL, class TEXT NOT NULL, met INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (org_code, class)) WITHOUT ROWID;
    """

  /// Fills `temp.travel` with the areas that travel.
  func prepare(_ db: Database, inbox: String) throws {
    try db.run("DELETE FROM temp.travel")
    let insert = "INSERT OR IGNORE INTO temp.travel (org_code, class) "
    let known = """
      (SELECT DISTINCT org_code, class FROM \(inbox).revision_area
        UNION SELECT DISTINCT org_code, class FROM main.revision_area)
      """
    switch orgs {
    case .all: try db.run("\(insert)SELECT org_code, class FROM \(known)")
    case .school(let school):
      for areaClass in classes { try db.run("\(insert)VALUES (?, ?)", [school, areaClass.rawValue]) }
      let counties = Set([sender, receiver].flatMap { [$0.orgCode, $0.countyCode] }.compactMap { $0 })
      for county in counties where bureau && county.utf8.count == 6 {
        try db.run("\(insert)VALUES (?, ?)", [county, AreaClass.bureau.rawValue])
      }
    case .county(let code):
      // Of a city all counties whose code begins as its own does.
      let length = receiver.role == .county ? 6 : 4
      try db.run(
        """
        \(insert)SELECT org_code, class FROM \(known) AS area
        WHERE org_code = ?1 OR EXISTS (
          SELECT 1 FROM \(inbox).org AS o WHERE o.org_code = area.org_code
            AND substr(o.county_code, 1, \(length)) = substr(?1, 1, \(length)))
        """, [code])
    }
    try db.run(
      """
      UPDATE temp.travel SET met = 1 WHERE EXISTS (
        SELECT 1 FROM main.revision_area AS a WHERE a.org_code = travel.org_code AND a.class = travel.class)
      """)
  }

  /// The sender's and the receiver's word (merge.md, Definitions).
  func hasWord(_ areaClass: AreaClass, sender isSender: Bool) -> Bool {
    areaClass.hasWord(isSender ? sender.role : receiver.role)
  }
}
