internal import GRDB
internal import YiceStore

extension BulkUpsert.Bound {
  /// The value as the record writer takes it.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self).databaseValue
    case .text(let text): text.databaseValue
    }
  }
}
