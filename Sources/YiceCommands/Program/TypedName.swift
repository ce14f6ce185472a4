extension String {
  /// A file's name as it is typed in a command: quoted where the shell would read it otherwise, so that a line that a
  /// message proposes can be copied as it stands.
  var typed: String {
    let name = hasPrefix("-") ? "./" + self : self
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || "._-/:+=@%,，。（）《》·—".contains($0) }
    return isPlain && !name.isEmpty
      ? name
      : "'"
        + name.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}
