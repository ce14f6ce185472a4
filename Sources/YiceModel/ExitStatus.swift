/// What the program's exit status means. The one table; README and manual repeat it.
package enum ExitStatus: Int32, Sendable, CaseIterable {
  case done = 0
  case failed = 1
  case findings = 2
  case conflicts = 3
  case notOurFile = 4
  case newerFile = 5
  case notAllowed = 6
  case busy = 7
  case usage = 64

  /// What a person reads about it.
  package var meaning: String {
    switch self {
    case .done: "完成"
    case .failed: "失败"
    case .findings: "检查或试运行发现错误"
    case .conflicts: "有冲突等待处理"
    case .notOurFile: "不是一册文件、已损坏或不可信"
    case .newerFile: "文件由更新版本的一册写成"
    case .notAllowed: "当前角色无权这样做"
    case .busy: "文件正被其他程序使用"
    case .usage: "命令用法不对"
    }
  }
}

/// An error that says in the reader's words what happened, where, and the way out.
package protocol YiceError: Error, CustomStringConvertible {
  /// How the program ends because of it.
  var exitStatus: ExitStatus { get }
}
