package import YiceFormats

extension Listing {
  /// One object a line, with English keys and full figures.
  package func writeJSONLines(to sink: any TextSink) throws {
    let columns = columns
    for row in rows {
      let object = JSONValue.object(zip(columns, row).map { ($0.name, $1.json) })
      var line = object.rendered() + "\n"
      try line.withUTF8 { try sink.write($0) }
    }
  }
}
