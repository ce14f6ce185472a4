"""How long the program needs to say its help, against the sqlite3 shell saying its version."""


def run(bench):
    ours, peer = bench.compare(
        [bench.program, "--help"],
        ["sqlite3", "--version"],
        pairs=40,  # a run takes milliseconds
    )
    bench.ratio(ours, peer, "sqlite3", goal=3)
    bench.memory(ours)
