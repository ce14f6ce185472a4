import YiceCommands

@main
struct Main {
  static func main() {
    YiceProgram.run()
  }
}
