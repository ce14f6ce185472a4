/// A line of progress on a terminal; silent elsewhere.
struct Progress {
  func show(_ text: String) {
    guard Output.errorIsTerminal else { return }
    Output.control("\r\u{1B}[K")
    Output.printToError(text)
  }

  func clear() {
    guard Output.errorIsTerminal else { return }
    Output.control("\r\u{1B}[K")
  }
}
