internal import FoundationEssentials
internal import YiceFiles
internal import YiceModel
internal import YiceSign

#if canImport(Glibc)
  internal import Glibc
#endif

/// Passphrases: the first line of a file that is named, else typed at the terminal, unseen.
enum Passphrase {
  private static let longest = 1024
  private static let tries = 3

  /// One that exists already.
  /// - Throws: `PassphraseProblem`, and what `body` throws at last.
  static func using<T>(_ file: String?, _ prompt: String, _ body: (String) throws -> T) throws -> T {
    if let file { return try body(read(file)) }
    for left in (0..<tries).reversed() {
      do { return try body(try typed(prompt)) } catch let error as SignError
        where error.isWrongPassphrase && left > 0
      {
        Output.say("口令不对，请再输入一次。")
      }
    }
    throw PassphraseProblem.noTerminal
  }

  /// A new one, typed twice.
  static func new(_ file: String?, _ prompt: String) throws -> String {
    let word = try file.map(read) ?? typed(prompt)
    try NewPassphrase.require(word, again: nil)
    if file == nil { try NewPassphrase.require(word, again: typed("再输入一次：")) }
    return word
  }

  private static func read(_ path: String) throws -> String {
    guard let data = try? Data(contentsOf: URL(filePath: path)), data.count <= longest else {
      throw PassphraseProblem.unreadable(path)
    }
    let line = String(decoding: data, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).first.map(String.init)
    guard let line, !line.isEmpty else { throw PassphraseProblem.unreadable(path) }
    return line
  }

  private static func typed(_ prompt: String) throws -> String {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { throw PassphraseProblem.noTerminal }
    defer { close(terminal) }
    guard UnseenTyping.begin(terminal) else { throw PassphraseProblem.noTerminal }
    defer { UnseenTyping.end() }
    Output.printToError(prompt)
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while Glibc.read(terminal, &byte, 1) == 1, byte != 0x0A, bytes.count < longest { bytes.append(byte) }
    Output.printToError("\n")
    return String(decoding: bytes, as: UTF8.self)
  }
}

enum PassphraseProblem: YiceError {
  case noTerminal
  case unreadable(String)

  var exitStatus: ExitStatus {
    switch self {
    case .noTerminal: .usage
    case .unreadable: .failed
    }
  }

  var description: String {
    switch self {
    case .noTerminal:
      "要用口令，但这里没有终端可以输入。请把口令写在一个文件的第一行，用 --key-passphrase-file（密钥的）或 --passphrase-file（收到的文件的）写明。"
    case .unreadable(let path): "读不到口令文件“\(path)”，或者它的第一行是空的。"
    }
  }
}

extension SignError {
  var isWrongPassphrase: Bool {
    switch self {
    case .wrongPassphrase, .wrongFilePassphrase: true
    default: false
    }
  }
}
