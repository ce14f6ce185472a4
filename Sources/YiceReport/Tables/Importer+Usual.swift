package import YiceImport
internal import YiceStandards
package import YiceStore

extension Importer {
  /// As a person means it who says nothing else: bad cells keep out what they spoil, grades are read by the county's 学制.
  /// - Throws: `ProfileError`, `StoreError`.
  package static func usual(_ table: CatalogTable, into file: YiceFile) throws -> Importer {
    var importer = Importer(table)
    importer.strict = false
    let profile = try file.read { try Profile.used(by: file.info, $0) }
    importer.stages = profile.stages
    importer.levelOfClass = { profile.sizes.level(of: $0, in: $1) }
    return importer
  }
}
