internal import Glibc

/// C strings that live until `free()`, for structures that hold several.
struct CStrings {
  private var kept: [UnsafeMutablePointer<CChar>] = []

  mutating func add(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard !text.isEmpty, let copy = strdup(text) else { return nil }
    kept.append(copy)
    return copy
  }

  mutating func free() {
    for pointer in kept { Glibc.free(pointer) }
    kept = []
  }
}
