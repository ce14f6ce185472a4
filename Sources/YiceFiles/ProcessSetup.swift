internal import CYice

/// What the program as a whole asks of the system, once, at its start.
package enum ProcessSetup {
  package static func prepare() { yice_prepare_process() }
}
