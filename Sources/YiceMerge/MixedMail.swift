internal import YiceFiles
internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceStore

/// Received files of which some are workbooks. Each workbook is made into a school's file, and those are merged after the
/// others, so many at a time as may lie on the disk: the order of received files never matters.
struct MixedMail {
  private let paths: [String]
  /// Which of them are workbooks.
  private let books: Set<Int>

  /// Made files that lie on the disk at one time.
  private static let most = 32

  init(_ paths: [String], books: Set<Int>) {
    self.paths = paths
    self.books = books
  }

  /// - Returns: one result a path, in their order.
  func merge(with merger: Merger) throws -> [MergeResult] {
    guard merger.dryRun else { return try mergeAll(with: merger) }
    // What a workbook comes to depends on the files merged before it: a dry run does all of it, on one copy.
    let folder = try StoreError.making(temporaryFolder) { try PrivateFolder() }
    return try withExtendedLifetime(folder) {
      try mergeAll(with: merger.into(trial: try merger.target.trial(at: folder.path + "/trial.db")))
    }
  }

  private func mergeAll(with merger: Merger) throws -> [MergeResult] {
    var results = paths.map { MergeResult(fileName: fileName(of: $0)) }
    let files = paths.indices.filter { !books.contains($0) }
    if !files.isEmpty {
      for (index, result) in zip(files, try merger.mergeFiles(files.map { paths[$0] })) {
        results[index] = result
      }
    }
    let waiting = books.sorted()
    for start in stride(from: 0, to: waiting.count, by: MixedMail.most) {
      let lot = waiting[start..<min(start + MixedMail.most, waiting.count)]
      var made: [(index: Int, book: ReceivedWorkbook)] = []
      for index in lot {
        merger.progress?(files.count + start + made.count + 1, fileName(of: paths[index]))
        do {
          made.append((index, try ReceivedWorkbook(paths[index], for: merger.target, stages: merger.stages)))
        } catch {
          try merger.refuse(error, &results[index])
        }
      }
      guard !made.isEmpty else { continue }
      for (one, result) in zip(made, try merger.mergeFiles(made.map(\.book.path))) {
        results[one.index] = MixedMail.told(result, one.book)
      }
    }
    return results
  }

  /// The merge's result with what the import of the workbook has to say.
  private static func told(_ merged: MergeResult, _ book: ReceivedWorkbook) -> MergeResult {
    let outcome = book.outcome
    var result = merged
    // A file made anew was never seen before: that it brings nothing does not make it an old copy.
    if result.status == .oldCopy { result.status = .nothingNew }
    let said = book.notes + outcome.findings.filter { $0.severity != .note }
    result.findings += said.prefix(max(0, MergeResult.listLimit - result.findings.count))
    result.mendings = outcome.sheets.map { $0.bad + ($0.isHeldUp ? 1 : 0) }.reduce(0, +)
    return result
  }
}
