import Foundation
import YiceTestSupport

/// A history of the model (Tests/MergeModel), every choice made: what is done to which file, and what the file must hold then.
struct Trace: Sendable {
  let seed: Int
  let steps: [Step]

  struct Step: Decodable, Sendable {
    let op: String
    let file: String?
    var source: String?
    var role: String?
    var org: String?
    /// The revision that the step writes.
    var rev: String?
    /// `keyboard`, or `other`: another program.
    var by: String?
    /// Operation, table, org, id, content.
    var `do`: [[String?]]?
    /// The history of what was written is deleted by hand afterwards.
    var cut: Bool?
    var undoes: String?
    var revs: [[String]]?
    var refused: Bool?
    /// What the file holds afterwards, a line each, sorted.
    var state: String?
    /// At the end: what every file holds.
    var files: [String: String]?
  }
}

extension Trace.Step: CustomStringConvertible {
  var description: String {
    let parts: [String?] = [
      op, file, source.map { "from " + $0 }, role, org, rev, by == "other" ? "by another program" : nil,
      `do`.map { $0.map { $0.map { $0 ?? "-" }.joined(separator: " ") }.joined(separator: ", ") },
      cut == true ? "history cut" : nil, undoes.map { "takes back " + $0 },
      revs.map { $0.isEmpty ? "as a trespass" : "by \($0)" }, refused == true ? "must be refused" : nil,
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}

/// The model, a program in Python.
enum MergeModel {
  static let isMissing = !Tools.has("python3")

  struct Failed: Error, CustomStringConvertible {
    let description: String
  }

  /// How long histories are.
  enum Size: String, Sendable { case tiny, short, long }

  static func traces(from seed: Int, count: Int, _ size: Size) throws -> [Trace] {
    try ask(["traces", "\(seed)", "\(count)", size.rawValue]).enumerated().map {
      Trace(seed: seed + $0.offset, steps: $0.element)
    }
  }

  /// One history with those of its steps only.
  static func trace(_ seed: Int, _ size: Size, keeping steps: [Int]) throws -> Trace {
    let kept = "keep=" + steps.map(String.init).joined(separator: ",")
    guard let only = try ask(["traces", "\(seed)", "1", size.rawValue, kept]).first else {
      throw Failed(description: "no history")
    }
    return Trace(seed: seed, steps: only)
  }

  private static func ask(_ arguments: [String]) throws -> [[Trace.Step]] {
    let script = Repository.root + "/Tests/MergeModel/model.py"
    let answer = try run("/usr/bin/env", ["python3", script] + arguments, in: Workdir())
    guard answer.status == 0 else { throw Failed(description: answer.err) }
    let decoder = JSONDecoder()
    return try answer.out.split(separator: "\n").map {
      try decoder.decode([Trace.Step].self, from: Data($0.utf8))
    }
  }
}
