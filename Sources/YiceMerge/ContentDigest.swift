package import GRDB
package import YiceStore

/// Digest of a table's content: rows in key order, each as its JSON image, through two lanes of FNV-1a (128 bits).
///
/// It tells a damaged or altered file from a whole one; it proves nothing about the sender.
package enum ContentDigest {
  package static func of(_ table: CatalogTable, _ db: Database) throws -> (rows: Int, digest: String) {
    var lanes: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x84222325_cbf29ce4)
    var rows = 0
    let images = try String.fetchCursor(
      db,
      sql: "SELECT \(table.rowJSON()) || rev FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))"
    )
    while var image = try images.next() {
      rows += 1
      image.withUTF8 { bytes in
        for byte in bytes {
          lanes.0 = (lanes.0 ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
          lanes.1 = (lanes.1 &+ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15
        }
      }
      lanes.1 ^= lanes.1 >> 29
    }
    return (rows, hex(lanes.0) + hex(lanes.1))
  }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
