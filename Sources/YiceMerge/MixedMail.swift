internal import YiceFiles
internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceStore

/// Received files of which some are workbooks. Each workbook is made into a school's file, and those are merged after the
/// others, so many at a time as one transaction takes: the order of received files never matters.
struct MixedMail {
  private let paths: [String]
  /// Which of them are workbooks.
  private let books: Set<Int>

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
    let vetting = try merger.vetting()
    let desks = WorkbookDesks(try BureauFile(merger.target, stages: merger.stages), vetting)
    var made: [ReceivedWorkbook.Account?] = []
    let merged = try merger.mergeBatches(waiting.count, from: files.count, into: merger.target, vetting.trust)
    {
      let lot = waiting[made.count..<min(made.count + AttachedFiles.most, waiting.count)]
      for (number, index) in lot.enumerated() {
        merger.progress?(files.count + made.count + number + 1, fileName(of: paths[index]))
      }
      let books = desks.take(lot.map { paths[$0] })
      made += books.map { try? $0.get().account }
      return zip(lot, books).map { VettedFile($1, path: paths[$0], trust: vetting.trust) }
    }
    for (place, result) in zip(waiting, zip(merged, made)) {
      results[place] = result.1.map { MixedMail.told(result.0, $0) } ?? result.0
    }
    return results
  }

  /// The merge's result with what the import of the workbook has to say.
  private static func told(_ merged: MergeResult, _ book: ReceivedWorkbook.Account) -> MergeResult {
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
