package import GRDB
internal import YiceFormats
package import YiceStandards

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

  /// - Throws: `DatabaseError`, `ReportRefusal`, `SinkError`.
  package static func write(
    _ db: Database, _ question: Question, options: ReportOptions, to path: String, as format: Format
  ) throws {
    let (title, blocks) = try ReportBuilder.with(db, question, options: options) { context in
      let report = SelfEvaluation(context: context)
      return (report.title, try report.blocks())
    }
    switch format {
    case .docx: try WordDocument.write(blocks, to: path)
    case .html: try WholeFile.write(path, text: WordPage.html(blocks, title: title).text)
    }
  }
}
