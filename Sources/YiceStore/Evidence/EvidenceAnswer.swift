internal import GRDB
internal import YiceModel

extension EvidenceStore {
  /// Which line of 档案目录 a file answers, for which 学年, and whose material it is.
  package struct Answer: Sendable {
    /// Number of the line; nil: none, or the line that the file is attached to.
    package var material: String?
    /// First year of the 学年; nil: every year.
    package var year: Int?
    /// The school, for a line that schools answer, in a bureau's file; nil: the file's own.
    package var org: String?

    package init(material: String? = nil, year: Int? = nil, org: String? = nil) {
      self.material = material
      self.year = year
      self.org = org
    }

    /// Whose the evidence is, and the line that it answers.
    /// - Throws: `EvidenceError.noMaterial`, `.noSchool`.
    func owner(of subject: Row, in table: CatalogTable, _ writer: RevisionWriter) throws -> (String, String?)
    {
      let org: String = subject["org_code"]
      guard table.name == CatalogTable.expectedMaterial.name else {
        if let material, try !Answer.isThere(material, writer) { throw EvidenceError.noMaterial(material) }
        return (org, material)
      }
      let id: String = subject["id"]
      guard subject["who"] == "校" else { return (org, id) }
      let own = writer.file.role.isOneSchool ? writer.file.orgCode : nil
      guard let school = self.org ?? own else { throw EvidenceError.noSchool(material: subject["material"]) }
      return (school, id)
    }

    private static func isThere(_ material: String, _ writer: RevisionWriter) throws -> Bool {
      try Bool.fetchOne(
        writer.db, sql: "SELECT EXISTS (SELECT 1 FROM expected_material WHERE id = ?)", arguments: [material])
        ?? false
    }
  }
}
