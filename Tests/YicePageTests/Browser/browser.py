"""A person at the page: Chromium, driven by Selenium (Debian: chromium-driver, python3-selenium)."""

import base64
import os
import subprocess
import time

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]



def equal(found, wanted, what):
    assert found == wanted, f"{what}: {found!r}, not {wanted!r}"


def yice(*words):
    done = subprocess.run([os.environ["YICE"], *words], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


class Person:
    def __init__(self, address, folder, width=1280, height=900, dark=False, cookie=None):
        options = Options()
        for flag in FLAGS + [f"--user-data-dir={folder}/profile", f"--window-size={width},{height}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.folder = folder
        self.wide(width, height)
        self.dark(dark)
        if cookie:  # given to another browser before
            self.driver.execute_cdp_cmd("Network.enable", {})
            self.driver.execute_cdp_cmd("Network.setCookie", {"url": address, "name": cookie[0], "value": cookie[1]})
        self.places = {}
        self.enter(address, "school")

    def enter(self, address, name):
        """Opens a file's page for the first time."""
        self.driver.get(address)
        self.base = self.places[name] = self.driver.current_url.split("?")[0].rstrip("/")
        assert "t=" not in self.driver.current_url, "the token stands in the address bar"
        self.driver.execute_cdp_cmd("Browser.grantPermissions", {
            "origin": self.base, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})

    def begin(self, name):
        """One tab, as wide as usual, at the first page of that file."""
        first, *others = self.driver.window_handles
        for other in others:
            self.driver.switch_to.window(other)
            self.driver.close()
        self.driver.switch_to.window(first)
        self.wide(1280)
        self.dark(False)
        self.base = self.places[name]
        self.go("/")

    def front(self, tab):
        self.driver.switch_to.window(tab)
        self.driver.execute_cdp_cmd("Page.bringToFront", {})

    def wide(self, width, height=900, scale=1):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": scale, "mobile": False})

    def dark(self, dark):
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def go(self, place):
        self.driver.get(self.base + place)

    def js(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def one(self, selector):
        """The first such element; a page that is still coming is waited for."""
        end = time.time() + 5
        while True:
            found = self.all(selector)
            if found or time.time() > end:
                return found[0] if found else self.driver.find_element(By.CSS_SELECTOR, selector)
            time.sleep(0.03)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def until(self, what, question, seconds=10):
        end = time.time() + seconds
        while time.time() < end:
            try:
                answer = question()
                if answer:
                    return answer
            except Exception as error:  # what is looked for is not drawn yet
                last = error
            time.sleep(0.03)
        self.picture("failed")
        raise AssertionError(f"{what}; the page says: {self.said()}")

    def picture(self, name):
        folder = os.environ.get("YICE_PICTURES") or self.folder
        self.driver.save_screenshot(f"{folder}/{name}.png")

    # The grid

    def grid(self, place):
        self.go(place)
        self.until("the grid does not come", lambda: self.js("return document.querySelector('[data-ready]') != null"))

    def shown(self, place):
        """Milliseconds from asking for a place to its grid standing there."""
        self.go("/nothing")
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": """
            addEventListener("DOMContentLoaded",function(){var root=document.querySelector("[data-grid]");
            if(root)new MutationObserver(function(){if(root.dataset.ready&&!window.gridAt)window.gridAt=performance.now()})
            .observe(root,{attributes:true})})"""})
        self.grid(place)
        return self.js("return window.gridAt")

    def said(self):
        return self.js("var e=document.querySelector('.told');return e?e.textContent:document.title")

    def cell(self, row, column):
        """Text of a cell, counted from 0 as the grid shows it."""
        return self.js("var e=document.getElementById('c'+arguments[0]+'-'+arguments[1]);return e&&e.textContent", row, column)

    def bad(self, row, column):
        return self.js("return document.getElementById('c'+arguments[0]+'-'+arguments[1]).getAttribute('aria-invalid')=='true'", row, column)

    def click(self, row, column):
        def clicked():
            self.one(f"#c{row}-{column}").click()
            return True
        # An answer that comes just now draws the rows anew.
        self.until("the cell cannot be clicked", clicked, 3)

    def keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def chord(self, *keys):
        *held, key = keys
        chain = ActionChains(self.driver)
        for one in held:
            chain.key_down(one)
        chain.send_keys(key)
        for one in reversed(held):
            chain.key_up(one)
        chain.perform()

    def tab_to(self, selector, most=90):
        """To such an element by the Tab key alone; where one is can be seen all the way."""
        for _ in range(most):
            self.keys(Keys.TAB)
            there, seen = self.js("""
                var e=document.activeElement,s=getComputedStyle(e);
                return [e.matches(arguments[0]), s.outlineStyle!=="none"||e.matches(".editor,body")]""", selector)
            assert seen, f"nothing shows that {self.js('return document.activeElement.outerHTML')[:200]} has the focus"
            if there:
                return
        raise AssertionError(f"Tab does not lead to {selector}")

    def into_main(self):
        """Past the bar and the places, by the link that is there for it."""
        self.tab_to(".skip", 1)
        self.keys(Keys.ENTER)

    def turn_to(self, place):
        """Along the list of places, by keys; past the end of the page, where one is far down."""
        self.tab_to(f".places a[href='{place}']", 200)
        self.turn()

    def turn(self):
        """Enter, and the next page has come."""
        self.js("window.isOld=true")
        self.keys(Keys.ENTER)
        self.until("no other page comes", lambda: self.js("return !window.isOld&&document.readyState==='complete'"))

    def drop(self, selector, *paths):
        """Drops files on an element, as a person drags them from a folder."""
        files = [[os.path.basename(path), base64.b64encode(open(path, "rb").read()).decode()] for path in paths]
        self.js("""
            var place=arguments[0],data=new DataTransfer();
            arguments[1].forEach(function(f){
              data.items.add(new File([Uint8Array.from(atob(f[1]),function(c){return c.charCodeAt(0)})],f[0]))});
            function tell(kind){return place.dispatchEvent(new DragEvent(kind,{dataTransfer:data,bubbles:true,cancelable:true}))}
            if(tell("dragenter")||tell("dragover"))throw new Error("the place does not take what is dragged over it");
            if(!place.classList.contains("over"))throw new Error("nothing shows where it would drop");
            tell("drop");
            if(place.classList.contains("over"))throw new Error("it still looks as if something hung over it")""",
                self.one(selector), files)

    def downloads(self):
        """What is downloaded from now on lies in the folder `saved`."""
        self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {
            "behavior": "allow", "downloadPath": os.path.join(self.folder, "saved")})

    def write(self, name, text):
        """A file of the person's own."""
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def column(self, label):
        heads = self.js("return Array.from(document.querySelectorAll('.sheet thead th')).map(function(e){return e.firstChild.textContent})")
        return [head.split("(")[0] for head in heads].index(label) - 1

    def put_on_clipboard(self, text):
        self.driver.execute_async_script(
            "var done=arguments[1];navigator.clipboard.writeText(arguments[0]).then(done,function(e){done(String(e))})", text)

    def clipboard(self):
        return self.driver.execute_async_script(
            "var done=arguments[0];navigator.clipboard.readText().then(done,function(e){done(String(e))})")

    def complaints(self):
        return [line["message"] for line in self.driver.get_log("browser") if line["level"] == "SEVERE"]

    # Accessibility

    def axe(self, script):
        """What axe finds serious or worse."""
        self.js(open(script, encoding="utf-8").read())
        found = self.driver.execute_async_script("""
            var done=arguments[0];
            axe.run(document,{resultTypes:["violations"]}).then(function(r){
            done(r.violations.filter(function(v){return v.impact==="serious"||v.impact==="critical"}).map(function(v){
            return v.id+": "+v.nodes.slice(0,3).map(function(n){return n.html.slice(0,160)+" "+n.failureSummary.slice(0,200)}).join(" | ")}))},
            function(e){done([String(e)])})""")
        return found

    def sideways(self):
        return self.js("return document.documentElement.scrollWidth-document.documentElement.clientWidth")

    def close(self):
        self.driver.quit()


def axe_script():
    """axe.min.js, where scripts/setup or the person has put it."""
    for path in [os.environ.get("YICE_AXE", ""), os.path.join(os.environ.get("YICE_ROOT", "."), ".build/axe.min.js")]:
        if path and os.path.exists(path):
            return path
    return None
