import YiceModel

@testable import YiceSign

func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

func bytes(_ hex: String) -> [UInt8] {
  let digits = Array(hex)
  return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
    UInt8(String(digits[$0...$0 + 1]), radix: 16)
  }
}

func makeKey(_ algorithm: KeyAlgorithm = .ed25519) throws -> PrivateKey {
  try PrivateKey(holderCode: "2199000001", role: .school, algorithm: algorithm)
}
