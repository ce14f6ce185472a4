internal import YiceStore

/// Rows on their way from the thread that reads to the one that writes, with the bytes of their cells.
final class RowBatch {
  private(set) var rows: [ReadRow] = []
  private var chunks: [UnsafeMutableBufferPointer<UInt8>] = []
  /// How much of the last chunk is taken.
  private var used = 0

  private static let most = 256
  private static let chunkSize = 32 * 1024

  init() { rows.reserveCapacity(RowBatch.most) }

  deinit { for chunk in chunks { chunk.deallocate() } }

  var isFull: Bool { rows.count >= RowBatch.most }

  func add(_ row: consuming ReadRow) {
    row.values = row.values?.map { value in
      guard case .bytes(let bytes) = value else { return value }
      return .bytes(kept(bytes))
    }
    rows.append(row)
  }

  private func kept(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    if chunks.isEmpty || chunks[chunks.count - 1].count - used < bytes.count {
      chunks.append(.allocate(capacity: max(RowBatch.chunkSize, bytes.count)))
      used = 0
    }
    let place = UnsafeMutableBufferPointer(
      rebasing: chunks[chunks.count - 1][used..<used + bytes.count])
    _ = place.initialize(from: bytes)
    used += bytes.count
    return UnsafeBufferPointer(place)
  }
}
