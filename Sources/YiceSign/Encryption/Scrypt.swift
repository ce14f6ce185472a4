internal import CYice

/// A key from a passphrase, so slowly that guessing does not pay (RFC 7914, r 8).
enum Scrypt {
  /// - Parameters:
  ///   - cost: N as a power of two; each step doubles time and memory (1 KiB times N).
  ///   - count: bytes of the key.
  /// - Throws: `NoMemory`.
  static func key(_ passphrase: String, salt: [UInt8], cost: Int, lanes: Int, count: Int) throws(NoMemory)
    -> [UInt8]
  {
    var key = [UInt8](repeating: 0, count: count)
    let done = yice_scrypt(
      passphrase, passphrase.utf8.count, salt, salt.count, Int32(cost), Int32(lanes), &key, count)
    guard done == 1 else { throw NoMemory() }
    return key
  }
}

/// Nothing is said of a passphrase that could not be tried.
struct NoMemory: Error {}
