"""What a log says, taken line by line: a long log needs no more memory than its different paths."""

import heapq
from collections import Counter

from access_log import Unreadable, parse

_SHOWN = 200


class Report:
    """Counts entries, and keeps as many of each kind as are to be listed."""

    def __init__(self, top):
        self._top = top
        self._requests = 0
        self._bytes = 0
        self._statuses = Counter()
        self._paths = Counter()
        self._slowest = []
        self._unreadable = []
        self._unreadable_lines = 0

    def read(self, number, line):
        """Takes a line; empty ones are passed over."""
        line = line.strip()
        if not line:
            return
        try:
            self._add(number, parse(line))
        except Unreadable as reason:
            self._unreadable_lines += 1
            if len(self._unreadable) < self._top:
                self._unreadable.append(
                    {"line": number, "reason": str(reason), "text": line[:_SHOWN]}
                )

    def _add(self, number, entry):
        self._requests += 1
        self._bytes += entry.bytes
        self._statuses[entry.status] += 1
        self._paths[entry.path] += 1
        if entry.micros is not None:
            # The earlier of two equally slow lines is kept.
            heapq.heappush(self._slowest, (entry.micros, -number, entry))
            if len(self._slowest) > self._top:
                heapq.heappop(self._slowest)

    def result(self):
        """The report as JSON has it."""
        paths = sorted(self._paths.items(), key=lambda item: (-item[1], item[0]))
        return {
            "requests": self._requests,
            "bytes": self._bytes,
            "statuses": {str(code): self._statuses[code] for code in sorted(self._statuses)},
            "top_paths": [
                {"path": path, "requests": count} for path, count in paths[: self._top]
            ],
            "slowest": [
                {
                    "line": -number,
                    "method": entry.method,
                    "path": entry.path,
                    "status": entry.status,
                    "milliseconds": micros / 1000,
                }
                for micros, number, entry in sorted(self._slowest, reverse=True)
            ],
            "unreadable_lines": self._unreadable_lines,
            "unreadable": self._unreadable,
        }
