"""What the checks share: run yice, run LibreOffice, compare."""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess

ORG, YEAR = "2199000001", "2022"


class Wrong(Exception):
    """A value differs, or a program failed."""


class Bench:
    """The program under test and a folder to work in."""

    def __init__(self, yice, folder):
        self.yice = yice
        self.folder = pathlib.Path(folder)
        self.soffice = shutil.which("soffice") or shutil.which("libreoffice")
        self.checks = 0

    def run(self, *words, status=0):
        done = subprocess.run(
            [self.yice, *map(str, words)], cwd=self.folder, capture_output=True, text=True, encoding="utf-8",
            stdin=subprocess.DEVNULL, env=dict(os.environ, YICE_AUTHOR="测试员", TZ="UTC"))
        if done.returncode != status:
            raise Wrong(f"yice {' '.join(map(str, words))}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done

    def path(self, name):
        return self.folder / name

    def school(self, name="校.db"):
        for old in self.folder.glob(name + "*"):
            old.unlink()
        self.run("new", name, "--org", ORG, "--name", "示例小学", "--kind", "小学", "--county", "990101",
                 "--year", YEAR)
        return name

    def rows(self, table, file="校.db"):
        return json.loads(self.run("list", file, table, "--json").stdout)

    def same(self, what, got, wanted):
        self.checks += 1
        if got != wanted:
            raise Wrong(f"{what}\n  got    {got}\n  wanted {wanted}")

    def convert(self, names, kind, folder):
        """LibreOffice writes the files in another format; answers what it wrote."""
        target = self.path(folder)
        target.mkdir(exist_ok=True)
        before = set(target.iterdir())
        done = subprocess.run(
            [self.soffice, f"-env:UserInstallation=file://{self.folder}/profile", "--headless", "--norestore",
             "--convert-to", kind, "--outdir", str(target), *[str(self.path(name)) for name in names]],
            capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        made = sorted(set(target.iterdir()) - before)
        if not made:
            raise Wrong(f"LibreOffice wrote nothing: {kind} {names}\n{done.stdout}{done.stderr}")
        return made


def csv_rows(path, encoding="utf-8-sig"):
    return list(csv.reader(io.StringIO(path.read_text(encoding=encoding))))
