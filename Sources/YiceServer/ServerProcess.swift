internal import CServer

/// What a program that serves asks of the system.
package enum ServerProcess {
  /// Keeps Ctrl+C and SIGTERM for `wait`; before any thread is started.
  package static func holdSignals() { yice_hold_signals() }

  /// - Returns: whether somebody ended the program; false when the seconds are over.
  package static func wait(seconds: Int) -> Bool { yice_wait(Int32(seconds)) != 0 }

  /// Hands an address to the desktop's browser.
  package static func open(_ address: String) -> Bool { yice_open_address(address) != 0 }

  /// Gives memory of large answers back.
  package static func giveBack() { yice_give_back() }

  /// Random digits of base 16, from the system's generator; nil where it has none.
  package static func secret(bits: Int) -> String? {
    var bytes = [UInt8](repeating: 0, count: bits / 8)
    guard yice_random(&bytes, bytes.count) != 0 else { return nil }
    return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }
}
