/// 校际差异系数: how far schools lie apart, as a share of their mean.
///
/// Weighted by pupils: X̄ = Σxᵢ ÷ P, S = √(Σ (pᵢ/P)·(Xᵢ − X̄)²), CV = S ÷ X̄, in two passes, without n − 1, with nothing
/// rounded before the end.
/// Source: 《县域义务教育校际均衡指标计算方法（以生均图书册数为例）》; its worked example gives 0.5152566. Decision 0010.
package enum CoefficientOfVariation {
  /// CV of values (per pupil, or per hundred) weighted by pupils.
  /// - Returns: nil where the mean is 0 or there is nobody.
  package static func weighted(_ values: [Double], pupils: [Int]) -> Double? {
    spread(values, weights: pupils.map(Double.init))
  }

  /// Every school weighing the same (population form); only for comparison with other tools.
  package static func unweighted(_ values: [Double]) -> Double? {
    spread(values, weights: values.map { _ in 1 })
  }

  /// 综合差异系数 (教督〔2012〕3号): the plain mean of the unrounded coefficients.
  /// - Returns: nil where one of them is undefined, or there is none.
  package static func composite(_ coefficients: [Double?]) -> Double? {
    let known = coefficients.compactMap { $0 }
    guard !known.isEmpty, known.count == coefficients.count else { return nil }
    return known.reduce(0, +) / Double(known.count)
  }

  /// From a mean and a variance already worked out.
  static func of(mean: Double, variance: Double) -> Double? {
    mean > 0 ? variance.squareRoot() / mean : nil
  }

  private static func spread(_ values: [Double], weights: [Double]) -> Double? {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    let variance =
      zip(values, weights).reduce(0) { sum, pair in
        let (value, weight) = pair
        return sum + weight * (value - mean) * (value - mean)
      } / total
    return of(mean: mean, variance: variance)
  }
}
