/// All cells of a row at once, without copying: for readers that keep several cells' bytes during one call.
package struct SheetCells {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline let spans: UnsafeBufferPointer<SheetRow.Span>
  /// Number of cells.
  package let count: Int

  @usableFromInline
  init(bytes: UnsafeBufferPointer<UInt8>, spans: UnsafeBufferPointer<SheetRow.Span>, count: Int) {
    self.bytes = bytes
    self.spans = spans
    self.count = count
  }

  /// UTF-8 of a cell; empty when the row has no such cell. Valid while `withCells` runs.
  @inlinable
  package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let span = spans[index]
    return UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
  }
}

extension SheetRow {
  /// Calls `body` with all cells; it must not keep them.
  @inlinable
  package func withCells<R>(_ body: (SheetCells) throws -> R) rethrows -> R {
    try bytes.withUnsafeBufferPointer { bytes in
      try spans.withUnsafeBufferPointer { spans in
        try body(SheetCells(bytes: bytes, spans: spans, count: count))
      }
    }
  }
}
