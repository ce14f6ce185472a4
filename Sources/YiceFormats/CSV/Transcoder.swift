internal import Glibc

/// Converts text between encodings piece by piece, with the C library's iconv.
final class Transcoder {
  /// Why a conversion stopped.
  enum Stop: Equatable {
    /// All input was converted.
    case done
    /// The output is full.
    case outputFull
    /// The input ends within a character.
    case inputCut
    /// The input goes on with bytes that mean nothing, or with a character the output cannot take.
    case invalid
  }

  struct Progress {
    var consumed: Int
    var produced: Int
    var stop: Stop
  }

  private let handle: iconv_t

  /// - Returns: `nil` when the C library lacks its table for one of the encodings.
  init?(from source: String, to target: String) {
    guard let handle = iconv_open(target, source), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.handle = handle
  }

  deinit {
    iconv_close(handle)
  }

  /// Converts as much of `input` as there is room for.
  func convert(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Progress {
    var source: UnsafeMutablePointer<CChar>? = input.baseAddress.map {
      UnsafeMutableRawPointer(mutating: $0).assumingMemoryBound(to: CChar.self)
    }
    var target: UnsafeMutablePointer<CChar>? = output.baseAddress.map {
      UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self)
    }
    var sourceLeft = input.count
    var targetLeft = output.count
    let result = iconv(handle, &source, &sourceLeft, &target, &targetLeft)
    let stop: Stop =
      switch (result == Int(bitPattern: UInt.max), errno) {
      case (false, _): .done
      case (true, E2BIG): .outputFull
      case (true, EINVAL): .inputCut
      default: .invalid
      }
    return Progress(
      consumed: input.count - sourceLeft, produced: output.count - targetLeft, stop: stop)
  }
}

extension TextEncoding {
  /// Whether the C library has its tables, both ways: glibc keeps them in files that a small system may lack.
  package var isAvailable: Bool {
    Transcoder(from: name, to: TextEncoding.utf8.name) != nil
      && Transcoder(from: TextEncoding.utf8.name, to: name) != nil
  }
}
