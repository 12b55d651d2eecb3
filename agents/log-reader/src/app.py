"""The handler: an access log in, a report out."""

from report import Report

_TOP = 10
_MOST = 1000


def lambda_handler(event, context):
    """Lambda's entry. Raises ValueError where the input cannot be used."""
    if not isinstance(event, dict):
        raise ValueError("the input is not an object; send {\"text\": \"...\"} or {\"lines\": [...]}")
    report = Report(_top(event))
    for number, line in enumerate(_lines(event), start=1):
        report.read(number, line)
    return report.result()


def _lines(event):
    if ("text" in event) == ("lines" in event):
        raise ValueError("send either text, the log, or lines, a list of its lines")
    if "text" in event:
        if not isinstance(event["text"], str):
            raise ValueError("text: expected a string")
        # Not splitlines: that also splits at characters that a log may hold inside a line.
        return event["text"].split("\n")
    lines = event["lines"]
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise ValueError("lines: expected a list of strings")
    return lines


def _top(event):
    top = event.get("top", _TOP)
    if isinstance(top, bool) or not isinstance(top, int) or not 1 <= top <= _MOST:
        raise ValueError("top: expected a whole number from 1 to %d" % _MOST)
    return top
