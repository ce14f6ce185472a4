internal import Synchronization
internal import YiceFormats
internal import YiceModel
package import YiceServer
package import YiceStore

/// The local page of one file.
package final class PageServer: HTTPHandler {
  let file: String
  let author: Author
  let uploads = Uploads()
  private let gate: Mutex<Gate?>
  /// A laptop that slept asked for nothing meanwhile: its sleep does not count.
  private let lastSeen: Mutex<SuspendingClock.Instant>

  /// - Parameter file: path of the file that is shown.
  package init(_ file: String, author: Author) {
    self.file = file
    self.author = author
    gate = Mutex(nil)
    lastSeen = Mutex(SuspendingClock.now)
  }

  /// From now on whoever brings this token comes in.
  package func admitFrom(port: Int, token: String, session: String) {
    let gate = Gate(port: port, token: token, session: session)
    self.gate.withLock { $0 = gate }
  }

  /// How long nobody who may come in has asked for anything: pages that are open ask every minute.
  package var quiet: Duration { lastSeen.withLock { SuspendingClock.now - $0 } }

  // MARK: - HTTPHandler

  package func admit(_ head: HTTPHead) -> HTTPAdmission {
    guard let gate = gate.withLock({ $0 }) else { return .refused(Answers.stranger) }
    switch gate.judge(head) {
    case .stranger: return .refused(Answers.stranger)
    case .enters(let cookie):
      var response = Answers.redirect("/")
      response.headers.append(("Set-Cookie", cookie))
      return .refused(response)
    case .inside: break
    }
    lastSeen.withLock { $0 = SuspendingClock.now }
    switch head.method {
    case "GET", "HEAD": return .inMemory(upTo: 0)
    case "POST": return .inMemory(upTo: Limits.form)
    case "PUT" where Uploads.isPlace(head.path): return .inFile(upTo: Limits.upload)
    default: return .refused(Answers.methodNotAllowed)
    }
  }

  package func tooLarge(_ head: HTTPHead, limit: Int) -> HTTPResponse {
    Answers.talk(413, "太大了：最多 \(limit >> 20) MB。没有写入。")
  }

  package func answer(_ request: HTTPRequest) -> HTTPResponse {
    let visit = Visit(request, self)
    do {
      return try Router.answer(visit)
    } catch let error as any YiceError {
      return Answers.problem(visit, PlaceWords.of(error.description), status: Answers.status(of: error))
    } catch let error as any CustomStringConvertible & Error {
      return Answers.problem(visit, "\(error.description)", status: 500)
    } catch {
      return Answers.problem(visit, "程序出错：\(error)", status: 500)
    }
  }
}

/// How much is taken at once.
enum Limits {
  /// A pasted sheet of 10,000 rows and some.
  static let form = 16 << 20
  /// A workbook, or a file that a school sent: as large as an .xls may be.
  static let upload = WorkbookLimits().xlsBytes
}
