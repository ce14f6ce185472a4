internal import Yams
internal import YiceModel

/// A node of a profile's text that knows its place, so that every complaint names line and column. Decision 0013.
struct ProfileText {
  /// Name of the profile or file, for messages.
  let name: String
  let node: Node

  /// - Throws: `ProfileError.text` when the text is no YAML or no mapping.
  init(_ yaml: String, name: String) throws {
    self = try ProfileText(any: yaml, name: name)
    guard node.mapping != nil else {
      throw ProfileError.text(name: name, line: 1, column: 1, problem: "应是“名称: 值”的列表")
    }
  }

  /// A text that may also be a list.
  /// - Throws: `ProfileError.text` when it is no YAML.
  init(any yaml: String, name: String) throws {
    self.name = name
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        throw ProfileError.text(name: name, line: 1, column: 1, problem: "没有内容")
      }
      self.node = node
    } catch let error as YamlError {
      throw ProfileText.reading(error, name: name)
    }
  }

  init(_ node: Node, name: String) {
    self.node = node
    self.name = name
  }

  private static func reading(_ error: YamlError, name: String) -> ProfileError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .text(name: name, line: mark.line, column: mark.column, problem: "YAML 写法有误（\(problem)）")
    case .duplicatedKeysInMapping(let keys, let context):
      .text(
        name: name, line: context.mark.line, column: context.mark.column,
        problem: "同一个名称写了两次（\(keys.joined(separator: "、"))）")
    default:
      .text(name: name, line: 1, column: 1, problem: "YAML 写法有误（\(error)）")
    }
  }

  func complaint(_ problem: String) -> ProfileError {
    let mark = node.mark
    return .text(name: name, line: mark?.line ?? 1, column: mark?.column ?? 1, problem: problem)
  }
}

// MARK: - Values

extension ProfileText {
  private static let nulls: Set<String> = ["", "~", "null", "Null", "NULL"]

  /// Whether the value is given and is not `null`.
  var isNull: Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.style == .plain && ProfileText.nulls.contains(scalar.string)
  }

  /// The value under a name; nil when it is not there or `null`.
  subscript(_ key: String) -> ProfileText? {
    guard let child = node.mapping?[Node(key)] else { return nil }
    let text = ProfileText(child, name: name)
    return text.isNull ? nil : text
  }

  func required(_ key: String) throws -> ProfileText {
    guard let text = self[key] else { throw complaint("缺少“\(key)”") }
    return text
  }

  /// Names and values in the order of the text, those set to `null` left out.
  func entries() throws -> [(key: String, value: ProfileText)] {
    guard let mapping = node.mapping else { throw complaint("应是“名称: 值”的列表") }
    return mapping.compactMap { key, value in
      let text = ProfileText(value, name: name)
      return text.isNull ? nil : (key.string ?? "", text)
    }
  }

  func string() throws -> String {
    guard let scalar = node.scalar else { throw complaint("应是文字") }
    return scalar.string
  }

  /// Not negative, at most four decimals.
  func number() throws -> Double {
    guard let scalar = node.scalar, let value = Double(scalar.string), value >= 0, value < 1e9,
      (value * 10_000).rounded() / 10_000 == value
    else { throw complaint("应是不小于 0 的数，最多 4 位小数") }
    return value
  }

  func integer() throws -> Int {
    guard let scalar = node.scalar, let value = Int(scalar.string), value >= 0 else {
      throw complaint("应是不小于 0 的整数")
    }
    return value
  }

  func bool() throws -> Bool {
    switch node.scalar?.string {
    case "true", "是": true
    case "false", "否": false
    default: throw complaint("应是 true 或 false")
    }
  }

  func list() throws -> [ProfileText] {
    guard let sequence = node.sequence else { throw complaint("应是 [甲, 乙] 这样的列表") }
    return sequence.map { ProfileText($0, name: name) }
  }

  func strings() throws -> [String] { try list().map { try $0.string() } }

  /// Values by 学段; other names beside them (source …) are left alone.
  func byStage<T>(_ value: (ProfileText) throws -> T) throws -> [Stage: T] {
    var values: [Stage: T] = [:]
    for (key, text) in try entries() {
      guard let stage = Stage(word: key) else {
        if ["source", "kindergarten_unverified"].contains(key) { continue }
        throw text.complaint("“\(key)”不是学段（kindergarten、primary、junior、senior）")
      }
      values[stage] = try value(text)
    }
    return values
  }

  /// This text with what `other` says laid over it, name by name; lists and values are replaced whole.
  func overlaid(by other: ProfileText) -> ProfileText {
    ProfileText(ProfileText.merge(node, other.node), name: other.name)
  }

  private static func merge(_ base: Node, _ over: Node) -> Node {
    guard let left = base.mapping, let right = over.mapping else { return over }
    var merged = left
    for (key, value) in right {
      merged[key] = merged[key].map { merge($0, value) } ?? value
    }
    return .mapping(merged)
  }
}
