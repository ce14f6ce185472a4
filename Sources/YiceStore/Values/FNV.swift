/// FNV-1a, 64 bits: the same number for the same bytes on every machine and in every version.
///
/// It is kept beside SHA-256 because files hold what was worked out with it: ids of rows that a sheet named without one
/// (``RandomID/text(from:)``), and the layouts of remembered headings. With another digest a sheet that is imported again
/// would double its rows. New digests are SHA-256.
package struct FNV {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  package init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }
}
