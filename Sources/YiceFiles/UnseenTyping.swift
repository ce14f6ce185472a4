internal import CYice

/// A terminal that does not show what is typed, for passphrases. It shows it again at the end, and when a signal ends the
/// program.
package enum UnseenTyping {
  /// - Returns: false where it is no terminal.
  package static func begin(_ terminal: Int32) -> Bool { yice_hide_typing(terminal) == 0 }

  package static func end() { yice_show_typing() }
}
