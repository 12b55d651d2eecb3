#!/usr/bin/env python3
"""Seconds from `./longhaul run AGENT` to the first 200 of /status, with the AOT cache and without it.

Alternating rounds, medians, on the machine as it is: tools/cli/start-time.py [AGENT] [ROUNDS]
The first start of each kind is not counted: it decides the command line, which later ones find again.
"""

import os
import pathlib
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT_SECONDS = 300


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def first_answer(agent, aot, port, data):
    """Starts, waits, stops; gives the seconds until it answered."""
    environment = {**os.environ, "LONGHAUL_AOT": aot}
    line = ["./longhaul", "run", agent, "--port", str(port), "--data", data]
    begun = time.monotonic()
    service = subprocess.Popen(
        line, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        while not answers(f"http://127.0.0.1:{port}/status"):
            if service.poll() is not None:
                sys.exit("the service ended: " + service.stderr.read().decode())
            if time.monotonic() - begun > LIMIT_SECONDS:
                sys.exit("no answer for minutes")
            time.sleep(0.005)
        return time.monotonic() - begun
    finally:
        service.send_signal(signal.SIGTERM)
        service.wait()


def main():
    agent = sys.argv[1] if len(sys.argv) > 1 else "link-auditor"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    port = free_port()
    subprocess.run(["./longhaul", "train-aot", "--wait"], cwd=ROOT, check=True)
    seconds = {"on": [], "off": []}
    with tempfile.TemporaryDirectory() as data:
        for counted in range(-1, rounds):
            for aot in seconds:
                taken = first_answer(agent, aot, port, data)
                if counted >= 0:
                    seconds[aot].append(taken)
                print(f"round {counted + 1} AOT {aot}: {taken:.2f} s", flush=True)
    on, off = (statistics.median(seconds[aot]) for aot in ("on", "off"))
    print(f"median of {rounds}: {on:.2f} s with the cache, {off:.2f} s without it, ratio {on / off:.2f}")


if __name__ == "__main__":
    main()
