package import GRDB
internal import YiceFormats
internal import YiceStandards
package import YiceStore

/// Makes a 自评报告 and writes it: `.docx`, or HTML that Word opens.
package enum SelfEvaluationFile {
  package enum Format: Sendable {
    case docx, html

    /// By the file's name; nil where it is neither.
    package init?(path: String) {
      if path.hasSuffix(".docx") {
        self = .docx
      } else if path.hasSuffix(".html") || path.hasSuffix(".htm") {
        self = .html
      } else {
        return nil
      }
    }
  }

  /// - Throws: `DatabaseError`, `ProfileError`, `ReportRefusal`, `SinkError`.
  package static func write(
    _ db: Database, info: FileInfo, year: Int, standard: String? = nil, options: ReportOptions,
    to path: String,
    as format: Format
  ) throws {
    let (title, blocks) = try ReportBuilder.with(
      db, info: info, year: year, standard: standard, options: options
    ) { context in
      let report = SelfEvaluation(context: context)
      return (report.title, try report.blocks())
    }
    switch format {
    case .docx: try WordDocument.write(blocks, to: path)
    case .html: try WholeFile.write(path, text: WordPage.html(blocks, title: title).text)
    }
  }
}
