import Foundation

/// How much the random tests try. Every run of the tests tries enough to notice what breaks often; a long run tries
/// more: `YICE_EFFORT=20 make test` twenty times as much of everything, `YICE_HISTORIES=5000` of one thing.
package enum Effort {
  /// - Parameters:
  ///   - name: sets the number itself, where the environment has it.
  ///   - usual: what a run of all tests has the time for.
  package static func runs(_ name: String? = nil, usually usual: Int) -> Int {
    name.flatMap(number) ?? usual * (number("YICE_EFFORT") ?? 1)
  }

  /// What the environment says under that name, at least 1.
  package static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }.map { max(1, $0) }
  }
}
