package import YiceModel

/// Why a profile could not be read, with the place in its text.
package enum ProfileError: YiceError, Equatable {
  case notShipped(String, known: [String])
  /// The text is no YAML, or says something a profile cannot say.
  case text(name: String, line: Int, column: Int, problem: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .notShipped: .usage
    case .text: .failed
    }
  }

  package var description: String {
    switch self {
    case .notShipped(let name, let known):
      "没有叫“\(name)”的评估标准。随程序提供的有：\(known.joined(separator: "、"))。"
    case .text(let name, let line, let column, let problem):
      "评估标准“\(name)”第 \(line) 行第 \(column) 列：\(problem)。"
    }
  }
}
