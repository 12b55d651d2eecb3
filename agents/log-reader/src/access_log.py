"""Lines of a web server's access log, in the Common or the Combined Log Format."""

import re
from collections import namedtuple

# A quoted part may hold quotes of its own, escaped as servers write them.
_QUOTED = r'"((?:[^"\\]|\\.)*)"'
_LINE = re.compile(
    r"(\S+) \S+ (?:\S.*? )?\[([^\]]+)\] "
    + _QUOTED
    + r" (\d{3}) (\d+|-)"
    + r"(?: " + _QUOTED + r" " + _QUOTED + r")?"
    + r"(?: (\d+))?"
)
_REQUEST = re.compile(r"(\S+) (\S+)(?: \S+)?")

#: micros is None where the log does not tell how long the request took.
Entry = namedtuple("Entry", "host time method path status bytes micros")


class Unreadable(Exception):
    """A line that is no entry; the message says why."""


def parse(line):
    """Reads one line; raises Unreadable."""
    found = _LINE.fullmatch(line)
    if found is None:
        raise Unreadable("not in the Common or Combined Log Format")
    host, time, request, status, size, _, _, micros = found.groups()
    asked = _REQUEST.fullmatch(request)
    if asked is None:
        raise Unreadable("the request is not METHOD PATH PROTOCOL")
    return Entry(
        host,
        time,
        asked.group(1),
        asked.group(2).partition("?")[0],
        int(status),
        0 if size == "-" else int(size),
        None if micros is None else int(micros),
    )
