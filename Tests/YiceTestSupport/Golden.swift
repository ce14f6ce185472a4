package import Testing

/// Compares a text with the golden file beside the tests; `YICE_RECORD=1` writes it and fails the run.
package func expectGolden(
  _ actual: String, _ path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  if Repository.isRecording {
    try Repository.write(actual, to: path)
    Issue.record("re-recorded \(path)", sourceLocation: sourceLocation)
    return
  }
  let expected = try Repository.text(path)
  guard actual != expected else { return }
  let left = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let right = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(left, right).enumerated().first { $1.0 != $1.1 }?.offset ?? min(left.count, right.count)
  Issue.record(
    """
    \(path) line \(line + 1) differs
    expected: \(line < right.count ? String(right[line]) : "(end)")
    actual:   \(line < left.count ? String(left[line]) : "(end)")
    """, sourceLocation: sourceLocation)
}
