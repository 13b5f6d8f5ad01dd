"""Times two workers side by side, and writes the results down.

    cargo build --release -p direct --example worker
    python chapters/speed/direct/tests/peers/compare.py

The workers take turns, round by round, and of each the fastest turn counts: all that can disturb one makes
it slower. A row counts only where both computed the same. Writes `results/peers.json` of the
chapter. Let the machine do nothing else meanwhile.
"""

import datetime
import importlib.metadata
import json
import os
import pathlib
import platform
import subprocess
import sys

PACKAGE = pathlib.Path(__file__).parents[2]
ROUNDS, SECONDS = 15, 0.06
# The C library is to keep freed memory. Where it returns it to the system after each step, and requests it anew, a step
# of PyTorch's takes half as long again.
ENVIRONMENT = {"MALLOC_MMAP_THRESHOLD_": str(1 << 27), "MALLOC_TRIM_THRESHOLD_": str(1 << 30)}
OPS = ["lenet_train", "lenet_infer64", "lenet_infer1", "conv:64,1,28,28,6,5,1,2", "conv:64,6,14,14,16,5,1,0", "conv:1,3,224,224,64,3,1,1", "maxpool:64,6,28,28,2,2", "avgpool:64,6,28,28,2,2"]


class Worker:
    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=os.environ | ENVIRONMENT)
        self.times = {}
        if self.answer() != "ready":
            sys.exit(f"{command[0]} is not ready")

    def answer(self):
        line = self.process.stdout.readline().strip()
        if not line or line.startswith("error:"):
            sys.exit(line or "a worker has ended")
        return line

    def ask(self, *words):
        print(*words, file=self.process.stdin, flush=True)
        return self.answer()

    def turn(self, op):
        """Seconds that the op takes, from a turn of about SECONDS."""
        if op not in self.times:
            times = 1
            while float(self.ask("run", op, times)) < SECONDS:
                times *= 2
            self.times[op] = times
        return float(self.ask("run", op, self.times[op])) / self.times[op]


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor()


def compared(op, ours, theirs):
    sums = [[float(x) for x in worker.ask("check", op).split()] for worker in (ours, theirs)]
    for a, b in zip(*sums):
        if abs(a - b) > 2e-3 * max(1.0, abs(b)):
            sys.exit(f"{op}: the workers computed {sums[0]} and {sums[1]}")
    for worker in (ours, theirs):
        worker.turn(op)
    turns = [(ours.turn(op), theirs.turn(op)) for _ in range(ROUNDS)]
    ours, theirs = (min(times) for times in zip(*turns))
    return {"ours_us": ours * 1e6, "theirs_us": theirs * 1e6}


def main():
    root = PACKAGE.parents[2]
    target = root / "target" / "release" / "examples" / "worker"
    found = {}
    for threads in (1, 2):
        ours = Worker(str(target), str(threads)) if threads > 1 else Worker(str(target))
        theirs = Worker(sys.executable, str(PACKAGE / "tests/peers/worker.py"), str(threads))
        for op in OPS if threads == 1 else OPS[:2]:
            name = op if threads == 1 else f"{op}_two_threads"
            found[name] = compared(op, ours, theirs)
            print(name, found[name], file=sys.stderr)
    results = {
        "command": "python chapters/speed/direct/tests/peers/compare.py",
        "date": datetime.date.today().isoformat(),
        "machine": processor(),
        "pytorch": importlib.metadata.version("torch"),
        "rounds": ROUNDS,
        "ops": found,
    }
    file = PACKAGE.parent / "results" / "peers.json"
    draft = file.with_suffix(".part")
    draft.write_text(json.dumps(results, indent=2) + "\n")
    draft.replace(file)


main()
