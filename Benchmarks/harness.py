"""What every benchmark uses: run two programs in turn, take medians, print one line each.

A benchmark is a file benches/NAME.py with a function run(bench). It prepares its data in
bench.folder, calls bench.compare(...) and says its goals with bench.ratio(...) and
bench.rate(...).
"""

import ctypes
import os
import statistics
import subprocess
import sys
import time

PAIRS = 5


class BenchError(Exception):
    """The benchmark could not be measured."""


class Series:
    """The runs of one side, without the warm-up."""

    def __init__(self):
        self.times = []
        self.peak = None  # bytes

    @property
    def seconds(self):
        return statistics.median(self.times)


def measure(command, stdin=None, cwd=None):
    """Runs `command` to its end and answers the seconds it took; its output is thrown away."""
    try:
        with open(stdin or os.devnull, "rb") as source:
            start = time.perf_counter()
            code = subprocess.call(
                command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=cwd
            )
            seconds = time.perf_counter() - start
    except OSError as error:
        raise BenchError(f"{command[0]}: {error.strerror}") from error
    if code != 0:
        raise BenchError(f"exit {code}: {' '.join(command)}")
    return seconds


def peak_memory(command, stdin=None, cwd=None):
    """Runs `command` once more and answers its peak resident memory in bytes.

    The kernel counts a program from the moment before exec, when it still is a copy of its
    parent; a child of this harness would never be smaller than Python. So a shell starts it,
    leaves, and we inherit it.
    """
    pr_set_child_subreaper = 36
    if ctypes.CDLL(None, use_errno=True).prctl(pr_set_child_subreaper, 1, 0, 0, 0) != 0:
        raise BenchError(f"prctl: {os.strerror(ctypes.get_errno())}")
    script = 'source=$1; shift; "$@" <"$source" >/dev/null 2>&1 & echo $!'
    started = subprocess.run(
        ["/bin/sh", "-c", script, "sh", stdin or os.devnull, *command],
        stdout=subprocess.PIPE, check=True, cwd=cwd,
    )
    _, status, usage = os.wait4(int(started.stdout), 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        raise BenchError(f"exit {code}: {' '.join(command)}")
    return usage.ru_maxrss * 1024


class Bench:
    """One benchmark: where its files lie, which program is measured, what is printed."""

    def __init__(self, name, program, folder):
        self.name = name
        self.program = program
        self.folder = folder

    def run(self, *command, stdin=None):
        """Runs a step that is not measured; answers its output."""
        try:
            done = subprocess.run(
                [str(word) for word in command],
                input=stdin, capture_output=True, text=True, encoding="utf-8", cwd=self.folder,
                **({} if stdin is not None else {"stdin": subprocess.DEVNULL}),
            )
        except OSError as error:
            raise BenchError(f"{command[0]}: {error.strerror}") from error
        if done.returncode != 0:
            talk = (done.stderr or done.stdout).strip()
            raise BenchError(f"exit {done.returncode}: {' '.join(map(str, command))}\n{talk}")
        return done.stdout

    def compare(self, ours, peer, pairs=PAIRS, prepare_ours=None, prepare_peer=None,
                stdin_ours=None, stdin_peer=None, check=None):
        """Measures ours and peer in turn: one warm-up pair, then `pairs` pairs; then the memory
        of ours in a run of its own.

        `prepare_…` runs before each run and is not measured; `check` runs after each pair and
        raises BenchError when a side did not do its work.
        """
        first, second = Series(), Series()
        for turn in range(pairs + 1):
            for series, command, prepare, stdin in (
                (first, ours, prepare_ours, stdin_ours),
                (second, peer, prepare_peer, stdin_peer),
            ):
                if prepare:
                    prepare()
                taken = measure([str(word) for word in command], stdin=stdin, cwd=self.folder)
                if turn > 0:
                    series.times.append(taken)
            if check:
                check()
        if prepare_ours:
            prepare_ours()
        first.peak = peak_memory([str(word) for word in ours], stdin=stdin_ours, cwd=self.folder)
        return first, second

    def ratio(self, ours, peer, peer_name, goal, name=None):
        """bench NAME ours=SECONDS peer=PEER:SECONDS ratio=R goal<=G ok|short"""
        ratio = ours.seconds / peer.seconds
        print(
            f"bench {name or self.name} ours={seconds(ours.seconds)}"
            f" peer={peer_name}:{seconds(peer.seconds)} ratio={ratio:.2f}"
            f" goal<={goal:g} {verdict(ratio <= goal)}",
            flush=True,
        )

    def rate(self, amount, unit, goal, name):
        """bench NAME ours=AMOUNT UNIT/s goal>=G ok|short"""
        print(
            f"bench {name} ours={amount:.0f} {unit}/s goal>={goal:g} {verdict(amount >= goal)}",
            flush=True,
        )

    def memory(self, series):
        """The second line: peak memory of ours, in 10^6 bytes."""
        print(f"  memory ours={series.peak / 1e6:.1f} MB", flush=True)


def peer_python(folder, *packages):
    """A Python with the packages that peers come in, or None: YICE_BENCH_PYTHON names one that has
    them; else an environment of the benchmark's own, made with venv and pip."""
    given = os.environ.get("YICE_BENCH_PYTHON")
    if given:
        return given
    python = str(folder / "venv/bin/python")
    for command in ([sys.executable, "-m", "venv", str(folder / "venv")],
                    [python, "-m", "pip", "install", "-q", *packages]):
        if subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL).returncode != 0:
            return None
    return python


def seconds(value):
    return f"{value:.4f}" if value < 1 else f"{value:.3f}"


def verdict(met):
    return "ok" if met else "short"
