import Foundation
import YiceTestSupport

/// A headless browser, where one is installed (Debian package chromium).
enum Chromium {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What a page looks like from inside, at one width.
  struct Look: Decodable {
    /// Width that the page wants, and has.
    let scroll: Int
    let client: Int
    let requests: Int
    let scripts: Int
    let images: Int
    /// Attributes that would run something.
    let handlers: Int
    /// Tables wider than the page that do not scroll by themselves.
    let loose: Int
    let dark: Bool
    /// Least contrast of text with its ground, and where.
    let contrast: Double
    let faintest: String
    /// First school of the heat table: as it stands, after one click on a heading, after two.
    let order: [String]
  }

  struct Result {
    let look: Look
    /// What the browser complained of.
    let console: [String]
    /// Addresses asked for outside the machine.
    let addresses: [String]
  }

  /// Opens the file in a frame of the width and looks around.
  static func look(at page: String, width: Int, dark: Bool, in workdir: Workdir) throws -> Result {
    try workdir.write(
      "probe.html", probe.replacing("PAGE", with: page).replacing("WIDTH", with: String(width)))
    let out = try open(
      ["--dump-dom", "--virtual-time-budget=8000", "--log-net-log=net.json", "--enable-logging=stderr"]
        + (dark ? ["--force-dark-mode"] : []) + ["file://" + workdir.file("probe.html")], in: workdir)
    let text = out.out.components(separatedBy: "<pre>").last?.components(separatedBy: "</pre>").first ?? ""
    let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    let log = String(decoding: try workdir.bytes("net.json"), as: UTF8.self)
    let addresses = log.components(separatedBy: "\"url\":\"http").dropFirst().map {
      "http" + $0.prefix { $0 != "\"" }
    }
    return Result(
      look: try JSONDecoder().decode(Look.self, from: Data(plain.utf8)),
      console: out.err.split(separator: "\n").map(String.init).filter { $0.contains("CONSOLE") },
      addresses: addresses.filter { !$0.contains("google") })
  }

  /// Prints the page as its reader would.
  static func print(_ page: String, to pdf: String, in workdir: Workdir) throws {
    _ = try open(
      ["--no-pdf-header-footer", "--print-to-pdf=\(pdf)", "file://" + workdir.file(page)], in: workdir)
  }

  private static func open(_ arguments: [String], in workdir: Workdir) throws -> ProgramResult {
    try run(
      path ?? "",
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--allow-file-access-from-files", "--user-data-dir=" + workdir.file("browser"),
        "--window-size=1400,1000",
      ] + arguments, in: workdir)
  }

  /// A page that frames another and writes down what it sees.
  private static let probe = """
    <!DOCTYPE html><meta charset="utf-8"><iframe src="PAGE" style="width:WIDTHpx;height:900px;border:0"></iframe>
    <pre></pre><script>
    document.querySelector("iframe").addEventListener("load",function(event){
    var frame=event.target,page=frame.contentDocument,view=frame.contentWindow,root=page.documentElement;
    function parts(c){return(c.match(/[\\d.]+/g)||[]).map(Number)}
    function ground(e){for(;e;e=e.parentElement){var c=parts(view.getComputedStyle(e).backgroundColor);
    if(c.length===3||c[3]>0)return c}return[255,255,255]}
    function light(c){var l=c.slice(0,3).map(function(v){v/=255;return v<=.03928?v/12.92:Math.pow((v+.055)/1.055,2.4)});
    return .2126*l[0]+.7152*l[1]+.0722*l[2]}
    var least=99,where="";
    page.querySelectorAll("main *").forEach(function(e){
    if(e.closest("svg")||!Array.from(e.childNodes).some(function(n){return n.nodeType===3&&n.data.trim()}))return;
    var a=light(parts(view.getComputedStyle(e).color)),b=light(ground(e));
    var ratio=(Math.max(a,b)+.05)/(Math.min(a,b)+.05);
    if(ratio<least){least=ratio;where=e.tagName+"."+e.className+" "+e.textContent.slice(0,20)}});
    var handlers=0;page.querySelectorAll("*").forEach(function(e){Array.from(e.attributes).forEach(function(a){
    if(/^on/i.test(a.name)||/^javascript:/i.test(a.value))handlers++})});
    var order=[],heat=page.querySelector("table.heat");
    function first(){order.push(heat.tBodies[0].rows[0].cells[0].textContent)}
    if(heat){first();var head=heat.querySelectorAll("thead th")[1];
    for(var n=0;n<2;n++){head.querySelector("button").click();first()}}
    var loose=Array.from(page.querySelectorAll("table")).filter(function(t){return!t.closest(".box")}).length;
    var answer={scroll:root.scrollWidth,client:root.clientWidth,
    requests:view.performance.getEntriesByType("resource").length,scripts:page.scripts.length,
    images:page.querySelectorAll("img,iframe,object,embed,link").length,handlers:handlers,loose:loose,
    dark:view.matchMedia("(prefers-color-scheme: dark)").matches,contrast:least,faintest:where,order:order};
    document.querySelector("pre").textContent=JSON.stringify(answer)});
    </script>
    """
}
