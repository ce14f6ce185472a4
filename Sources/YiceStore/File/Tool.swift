/// This program, as revisions and reports name it.
package enum Tool {
  package static let version = "0.1.0"
  package static let name = "yice \(version)"
}
