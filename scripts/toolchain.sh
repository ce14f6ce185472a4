# Sourced: puts a Swift toolchain on PATH when one lies in a usual place.
# The first that is new enough wins; else the first found, so that its version can be named.

swift_needed_major=6
swift_needed_minor=2

# Prints the version of the Swift at $1 as "6.3", or nothing.
swift_version_of() {
  "$1" --version 2>/dev/null </dev/null |
    sed -n 's/.*Swift version \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p' | head -n 1
}

swift_new_enough() {
  case $1 in
  *.*)
    [ "${1%%.*}" -gt "$swift_needed_major" ] ||
      { [ "${1%%.*}" -eq "$swift_needed_major" ] && [ "${1#*.}" -ge "$swift_needed_minor" ]; }
    ;;
  *) return 1 ;;
  esac
}

# Sets swift_version (empty when there is no Swift at all) and PATH.
find_swift() {
  swift_version=
  swift_first_dir=
  swift_first_version=
  swift_from_path=$(command -v swift 2>/dev/null || true)
  for swift_dir in \
    "${swift_from_path%/*}" \
    /opt/swift/usr/bin \
    /usr/local/swift/usr/bin \
    "${HOME:-/nonexistent}/.local/share/swiftly/bin" \
    "${HOME:-/nonexistent}"/.local/share/swiftly/toolchains/*/usr/bin \
    "${HOME:-/nonexistent}/.swiftly/bin" \
    /usr/libexec/swift/bin \
    /usr/libexec/swift/*/bin \
    /usr/libexec/swift/*/usr/bin; do
    [ -n "$swift_dir" ] && [ -x "$swift_dir/swift" ] || continue
    swift_found=$(swift_version_of "$swift_dir/swift")
    [ -n "$swift_found" ] || continue
    if swift_new_enough "$swift_found"; then
      swift_version=$swift_found
      [ "$swift_dir/swift" = "$swift_from_path" ] || PATH=$swift_dir:$PATH
      export PATH
      return 0
    fi
    if [ -z "$swift_first_dir" ]; then
      swift_first_dir=$swift_dir
      swift_first_version=$swift_found
    fi
  done
  swift_version=$swift_first_version
  return 1
}
