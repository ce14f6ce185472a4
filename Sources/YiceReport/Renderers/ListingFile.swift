package import YiceFormats

#if canImport(Glibc)
  internal import Glibc
#endif

/// Writes a listing to a file, whole or not at all; the file's ending says in which format.
package enum ListingFile {
  /// What a file can be written as.
  package enum Format: String, CaseIterable, Sendable {
    case xlsx, csv, json, jsonl, md

    /// The format of a path's ending.
    package init?(path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      switch path[path.index(after: dot)...].lowercased() {
      case "markdown": self = .md
      case "ndjson": self = .jsonl
      case let ending:
        guard let known = Format(rawValue: ending) else { return nil }
        self = known
      }
    }

    /// All endings, as messages list them.
    package static var endings: String { allCases.map { ".\($0.rawValue)" }.joined(separator: "、") }
  }

  /// - Parameter encoding: of CSV; the other formats are UTF-8 by their own rules.
  /// - Throws: `SinkError`, `XLSXError`.
  package static func write(
    _ listing: Listing, to path: String, as format: Format, encoding: CSVWriter.Encoding = .utf8WithMark
  ) throws {
    switch format {
    case .xlsx: try FormWorkbook.write([FormPage(listing)], to: path)
    default: try WholeFile.write(path) { try listing.write(to: $0, as: format, encoding: encoding) }
    }
  }
}
