package import YiceFormats

/// The one way out: every listing and report of every command, in every format. Whatever cannot be written is thrown.
package struct Renderer {
  private let screen: any TextSink
  private let data: any TextSink

  /// - Parameters:
  ///   - screen: for eyes, where a terminal must not obey what a file says.
  ///   - data: for programs, which want it as it is.
  package init(screen: any TextSink, data: any TextSink) {
    self.screen = screen
    self.data = data
  }

  /// - Returns: what is to be said about a file written; nil where the answer was shown.
  /// - Throws: `SinkError`, `XLSXError`.
  package func render(_ answer: any Answer, as format: OutputFormat, maximumCellWidth: Int?) throws -> String?
  {
    switch format {
    case .text: try answer.writeText(to: screen, maximumCellWidth: maximumCellWidth)
    case .json: try answer.writeJSON(to: screen)
    case .csv: try answer.listing.write(to: data, as: .csv)
    case .jsonLines: try answer.listing.write(to: data, as: .jsonl)
    case .markdown: try answer.listing.write(to: screen, as: .md)
    case .file(let path, let kind, let encoding):
      try answer.write(to: path, as: kind, encoding: encoding)
      return answer.written(to: path)
    }
    return nil
  }
}
