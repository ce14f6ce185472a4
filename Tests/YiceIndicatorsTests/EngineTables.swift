import Foundation
import Testing
import YiceFormats
import YiceIndicators
import YiceModel

/// What an engine of Scale/ wrote: its tables, by county.
struct EngineTables {
  private let values: [String: [String: [String: String]]]
  private let schools: [String: [String: [String: String]]]
  private let counties: [String: [String: [String: String]]]

  init(_ folder: String) throws {
    values = try EngineTables.read(folder + "/values.csv", key: ["org_code", "stage", "indicator"])
    schools = try EngineTables.read(folder + "/schools.csv", key: ["org_code", "stage"])
    counties = try EngineTables.read(folder + "/counties.csv", key: ["stage", "indicator"])
  }

  /// County → key → column → text. The tables quote nothing.
  private static func read(_ path: String, key: [String]) throws -> [String: [String: [String: String]]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var found: [String: [String: [String: String]]] = [:]
    for line in lines.dropFirst() {
      let row = Dictionary(uniqueKeysWithValues: zip(lines[0], line))
      found[row["county"] ?? "", default: [:]][key.map { row[$0] ?? "" }.joined(separator: " ")] = row
    }
    return found
  }

  func compare(_ figures: CountyFigures, county: String, _ label: String) {
    let segments = figures.stages.flatMap(\.segments)
    let own = schools[county] ?? [:]
    #expect(Set(own.keys) == Set(segments.map { "\($0.orgCode) \($0.stage.rawValue)" }), "\(label)")
    for segment in segments {
      let key = "\(segment.orgCode) \(segment.stage.rawValue)"
      let place = "\(label) \(key)"
      #expect(own[key]?["pupils"] == "\(segment.pupils)", "\(place)")
      #expect(own[key]?["met_count"] == "\(segment.metCount)", "\(place)")
      #expect(own[key]?["passes"] == digit(segment.passes), "\(place)")
      #expect(own[key]?["passes_relaxed"] == digit(segment.passesRelaxed), "\(place) relaxed")
      for value in segment.values {
        let row = values[county]?["\(key) \(value.id)"] ?? [:]
        #expect(
          close(row["value"], value.value),
          "\(place) \(value.id): \(row["value"] ?? "-"), \(value.value ?? -1)")
        #expect(close(row["amount"], value.numerator), "\(place) \(value.id) amount")
        #expect(row["met"] == digit(value.met) && row["near"] == digit(value.at85), "\(place) \(value.id)")
        #expect(close(row["relaxed_value"], value.relaxed?.value), "\(place) \(value.id)+")
        #expect(row["relaxed_met"] == digit(value.relaxed?.met), "\(place) \(value.id)+")
      }
    }
    // A county of one school has no coefficients in yice.
    guard !figures.isOneSchool else { return }
    for stage in figures.stages where !stage.segments.isEmpty {
      for indicator in stage.indicators {
        let row = counties[county]?["\(stage.stage.rawValue) \(indicator.id)"] ?? [:]
        let place = "\(label) \(stage.stage.rawValue) \(indicator.id)"
        #expect(close(row["mean"], indicator.mean), "\(place) mean")
        #expect(close(row["cv"], indicator.cv), "\(place) cv \(row["cv"] ?? "-") \(indicator.cv ?? -1)")
        #expect(close(row["cv_unweighted"], indicator.unweightedCV), "\(place) cv")
        #expect(row["within"] == digit(indicator.withinLimit), "\(place) within")
        #expect(row["counted"] == "\(indicator.counted)" && row["met"] == "\(indicator.met)", "\(place)")
        #expect(row["passes"] == digit(stage.passes), "\(place) passes")
      }
    }
  }

  private func digit(_ value: Bool?) -> String { value.map { $0 ? "1" : "0" } ?? "" }

  /// 1e-12 relative; a coefficient that should be 0 may be what summing doubles leaves.
  private func close(_ text: String?, _ number: Double?) -> Bool {
    guard let text, !text.isEmpty, let number else { return (text ?? "").isEmpty && number == nil }
    guard let own = Double(text) else { return false }
    return abs(own - number) <= 1e-12 * abs(number) || abs(own - number) <= 1e-14
  }
}
