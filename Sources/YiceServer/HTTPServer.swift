internal import CServer
internal import YiceFiles
package import YiceModel

#if canImport(Glibc)
  internal import Glibc
#endif

/// An HTTP server on 127.0.0.1: GNU libmicrohttpd, of which nothing above this room knows.
/// Decision 0160.
package final class HTTPServer {
  package let port: Int
  private let server: OpaquePointer
  private let handler: Unmanaged<Box>

  /// Why none could be started.
  package enum Problem: YiceError, Equatable {
    case noLibrary
    case portTaken(Int)

    package var exitStatus: ExitStatus { .failed }

    package var description: String {
      switch self {
      case .noLibrary: "这台电脑上没有 libmicrohttpd，打不开页面。请安装：apt-get install libmicrohttpd12，或用安装包里的 yice。"
      case .portTaken(let port):
        port == 0 ? "没有空闲的端口，打不开页面。" : "端口 \(port) 已被占用。请换一个，或不写 --port。"
      }
    }
  }

  /// - Parameter port: 0: a free one.
  /// - Throws: `Problem`.
  package init(port: Int = 0, _ handler: any HTTPHandler) throws {
    guard yice_server_is_there() != 0 else { throw Problem.noLibrary }
    let box = Unmanaged.passRetained(Box(handler))
    let handlers = YiceHandlers(
      begin: { context, target in HTTPServer.begin(context, target) },
      read: { exchange, connection, method, bytes, count in
        HTTPServer.read(exchange, connection, method, bytes, count)
      },
      done: { exchange in
        if let exchange { Unmanaged<Exchange>.fromOpaque(exchange).release() }
      })
    guard let started = yice_server_start(UInt16(clamping: port), handlers, box.toOpaque()) else {
      box.release()
      throw Problem.portTaken(port)
    }
    server = started
    self.handler = box
    self.port = Int(yice_server_port(started))
  }

  /// Requests that run are answered; no more are taken.
  package func stop() {
    yice_server_stop(server)
    handler.release()
  }

  private final class Box {
    let handler: any HTTPHandler
    init(_ handler: any HTTPHandler) { self.handler = handler }
  }
}

// MARK: - What the library calls, by a thread a connection

extension HTTPServer {
  private nonisolated static func begin(_ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?)
    -> UnsafeMutableRawPointer?
  {
    guard let context, let target else { return nil }
    let box = Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
    return Unmanaged.passRetained(Exchange(box.handler, target: String(cString: target))).toOpaque()
  }

  private nonisolated static func read(
    _ exchange: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ method: UnsafePointer<CChar>?,
    _ bytes: UnsafeRawPointer?, _ count: Int
  ) -> Int32 {
    guard let exchange, let connection, let method else { return 0 }
    let own = Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue()
    if !own.hasHead { return own.begin(connection, method: String(cString: method)) }
    if count > 0 { return own.take(UnsafeRawBufferPointer(start: bytes, count: count)) }
    return own.end(connection)
  }
}

/// One request while it comes.
private final class Exchange {
  private let handler: any HTTPHandler
  private let target: String
  private var head: HTTPHead?
  private var limit = 0
  private var count = 0
  private var bytes: [UInt8] = []
  private var file: PrivateFile?

  init(_ handler: any HTTPHandler, target: String) {
    self.handler = handler
    self.target = target
  }

  var hasHead: Bool { head != nil }

  func begin(_ connection: OpaquePointer, method: String) -> Int32 {
    var lines = Lines()
    withUnsafeMutablePointer(to: &lines) { lines in
      yice_each_header(connection, lines) { lines, name, value in
        guard let name, let value else { return }
        lines?.assumingMemoryBound(to: Lines.self).pointee.list
          .append((String(cString: name), String(cString: value)))
      }
    }
    let head = HTTPHead(method: method, target: target, headers: lines.list)
    self.head = head
    switch handler.admit(head) {
    case .refused(let response): return response.send(to: connection)
    case .inMemory(let most): limit = most
    case .inFile(let most):
      limit = most
      file = try? PrivateFile(in: temporaryFolder)
      guard file != nil else { return HTTPResponse(status: 507).send(to: connection) }
    }
    // Refused before it is sent; what does not say its size is cut off where it gets too long.
    if let said = head.one("content-length"), Int(said).map({ $0 > limit }) ?? true {
      return handler.tooLarge(head, limit: limit).send(to: connection)
    }
    return 1
  }

  func take(_ piece: UnsafeRawBufferPointer) -> Int32 {
    count += piece.count
    guard count <= limit else { return 0 }
    guard let file else {
      bytes.append(contentsOf: piece)
      return 1
    }
    return (try? file.write(piece)) == nil ? 0 : 1
  }

  func end(_ connection: OpaquePointer) -> Int32 {
    guard let head else { return 0 }
    let body = file.map { HTTPRequest.Body.file(Upload($0, count: count)) } ?? .bytes(bytes)
    return handler.answer(HTTPRequest(head: head, body: body)).send(to: connection)
  }

  private struct Lines { var list: [(name: String, value: String)] = [] }
}

extension HTTPResponse {
  fileprivate func send(to connection: OpaquePointer) -> Int32 {
    var words: [UnsafeMutablePointer<CChar>?] = headers.flatMap { [strdup($0.name), strdup($0.value)] }
    defer { for word in words { free(word) } }
    words.append(nil)
    return words.withUnsafeBufferPointer { words in
      words.withMemoryRebound(to: UnsafePointer<CChar>?.self) { words in
        switch body {
        case .bytes(let bytes):
          bytes.withUnsafeBytes {
            yice_answer(connection, UInt32(status), words.baseAddress, $0.baseAddress, $0.count)
          }
        case .file(let descriptor, let count):
          yice_answer_file(connection, UInt32(status), words.baseAddress, descriptor, UInt64(count))
        }
      }
    }
  }
}
