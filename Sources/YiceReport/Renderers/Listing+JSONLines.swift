package import YiceFormats

extension Listing {
  /// One object a line, with English keys and full figures.
  package func writeJSONLines(to sink: any TextSink) throws {
    try write(to: sink, as: .jsonl)
  }
}
