/// A rollback journal made by hand. Format: SQLite file format, the rollback journal.
package struct JournalBytes {
  package var pageSize = 4096
  package var pages = 1
  package var sector = 512
  /// Another journal that it says it belongs to.
  package var superJournal: String?

  package init() {}

  package static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  package var bytes: [UInt8] {
    var bytes = JournalBytes.magic + [0, 1234, pages, sector, pageSize].flatMap(JournalBytes.word)
    bytes += [UInt8](repeating: 0, count: max(0, sector - bytes.count))
    if let name = superJournal.map({ Array($0.utf8) }) {
      bytes += JournalBytes.word(0x4000_0000 / pageSize + 1) + name + JournalBytes.word(name.count)
      bytes += JournalBytes.word(name.reduce(0) { $0 + Int($1) }) + JournalBytes.magic
    }
    return bytes
  }

  private static func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
