/// The last part of a path, for messages.
func fileName(of path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}
