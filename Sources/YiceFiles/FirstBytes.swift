internal import Glibc

/// The first bytes of a plain file; none of anything else: reading from a pipe would wait for ever.
package func firstBytes(of path: String, count: Int) -> [UInt8] {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return [] }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return [] }
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: count)
  let got = read(descriptor, &bytes, count)
  return Array(bytes.prefix(max(0, got)))
}
