package import YiceModel

/// One change of a what-if: an amount of a school made larger, smaller, or set.
package struct AmountChange: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// By this much, in the element's unit; negative takes away.
    case add(Double)
    case set(Double)
  }

  package var orgCode: String
  package var element: Element
  /// For elements that are given by 学段; nil: the only one the school's kind has.
  package var stage: Stage?
  package var kind: Kind

  package init(orgCode: String, element: Element, stage: Stage?, kind: Kind) {
    self.orgCode = orgCode
    self.element = element
    self.stage = stage
    self.kind = kind
  }
}

extension AmountChange {
  /// 7, not 7.0.
  static func plain(_ amount: Double) -> String {
    amount == amount.rounded() && abs(amount) < 1e15 ? String(Int64(amount)) : String(amount)
  }
}

/// Why a what-if cannot be worked out.
package enum ChangeError: YiceError, Equatable {
  case notCounted(String)
  case stageNeeded(String, element: String)
  case missing(String, element: String)
  case belowZero(String, element: String, has: Double)

  package var exitStatus: ExitStatus { .failed }

  package var description: String {
    switch self {
    case .notCounted(let code): "学校 \(code) 不计入，改它的数不影响结果。"
    case .stageNeeded(let code, let element): "学校 \(code) 有几个学段，请写明“\(element)”属于哪个学段。"
    case .missing(let code, let element): "学校 \(code) 的“\(element)”未填，不能增减；请用 = 写出数值。"
    case .belowZero(let code, let element, let has):
      "学校 \(code) 的“\(element)”只有 \(AmountChange.plain(has))，减不了这么多。"
    }
  }
}
