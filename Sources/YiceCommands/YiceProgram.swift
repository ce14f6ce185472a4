/// The program.
public enum YiceProgram {
  public static func run() {}
}
