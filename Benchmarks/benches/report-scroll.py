"""Scrolling the page of a county of 300 schools from top to bottom in a headless browser.

The page is opened at 1280 × 900 and scrolled by a quarter of the window a frame. A frame is smooth when it took at most
1/30 s. Said besides: how long the page took to load, the longest frame, and how much of the time went into layout, by
the browser's own count. There is no peer: the goal is that 95 of 100 frames are smooth.
"""

import importlib.util
import json
import os
import pathlib
import shutil
import subprocess

from harness import BenchError, verdict

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]

SCROLL = """
new Promise(done => {
  const times = [], step = innerHeight / 4;
  let last = performance.now();
  function frame(now) {
    times.push(now - last); last = now;
    if (scrollY + innerHeight >= document.documentElement.scrollHeight - 1) {
      done(JSON.stringify({times: times.slice(1), height: document.documentElement.scrollHeight}));
    } else { scrollBy(0, step); requestAnimationFrame(frame); }
  }
  requestAnimationFrame(frame);
})
"""


class Browser:
    """A headless browser spoken to through two pipes."""

    def __init__(self, program, profile):
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        self.reader, self.writer = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb")
        self.number = 0

        def pipes():
            # The browser listens on 3 and answers on 4; move ours out of the way first.
            high_in, high_out = os.dup2(theirs_in, 103), os.dup2(theirs_out, 104)
            os.dup2(high_in, 3)
            os.dup2(high_out, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--remote-debugging-pipe", f"--user-data-dir={profile}", "--window-size=1280,900", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)

    def ask(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self.writer.write(json.dumps(message).encode() + b"\0")
        self.writer.flush()
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise BenchError(f"{method}: {answer['error']}")
                return answer["result"]

    def wait(self, event):
        while self.read().get("method") != event:
            pass

    def read(self):
        text = bytearray()
        while (byte := self.reader.read(1)) != b"\0":
            if not byte:
                raise BenchError("the browser went away")
            text += byte
        return json.loads(text)

    def close(self):
        self.process.terminate()
        self.process.wait()


def run(bench):
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise BenchError("no browser (apt-get install chromium)")
    spec = importlib.util.spec_from_file_location("report_html", pathlib.Path(__file__).with_name("report-html.py"))
    report = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(report)
    bench.run(bench.program, "new", "county.db", "--role", "county", "--org", "990101", "--name", "示例县教育局",
              "--year", "2022")
    (bench.folder / "fill.sql").write_text(report.FILL, encoding="utf-8")
    bench.run("sqlite3", "county.db", ".read fill.sql")
    bench.run(bench.program, "report", "county.db", "-o", "page.html", "--today", "2022-12-01")
    browser = Browser(program, bench.folder / "browser")
    try:
        target = browser.ask("Target.createTarget", url="about:blank")["targetId"]
        session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        browser.ask("Performance.enable", session)
        browser.ask("Page.enable", session)
        browser.ask("Page.navigate", session, url=f"file://{bench.folder}/page.html")
        browser.wait("Page.loadEventFired")

        def metrics():
            found = browser.ask("Performance.getMetrics", session)["metrics"]
            return {one["name"]: one["value"] for one in found}

        loaded = metrics()
        answer = browser.ask("Runtime.evaluate", session, expression=SCROLL, awaitPromise=True, returnByValue=True)
        scrolled = json.loads(answer["result"]["value"])
        after = metrics()
    finally:
        browser.close()
    times = sorted(scrolled["times"])
    smooth = sum(time <= 1000 / 30 + 1 for time in times) / len(times)
    layout = after["LayoutDuration"] - loaded["LayoutDuration"]
    print(f"bench report-scroll ours={100 * smooth:.1f} % of {len(times)} frames within 1/30 s goal>=95"
          f" {verdict(smooth >= 0.95)}", flush=True)
    print(f"  {scrolled['height']} px; loaded with layout {loaded['LayoutDuration']:.2f} s, style"
          f" {loaded['RecalcStyleDuration']:.2f} s; frames median {times[len(times) // 2]:.1f} ms, 95 %"
          f" {times[int(len(times) * 0.95)]:.1f} ms, longest {times[-1]:.1f} ms; {layout:.2f} s of layout in"
          f" {int(after['LayoutCount'] - loaded['LayoutCount'])} runs while scrolling", flush=True)
