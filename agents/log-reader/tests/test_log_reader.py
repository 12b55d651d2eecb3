import json
import sys
import unittest
from pathlib import Path

AGENT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AGENT / "src"))

from access_log import Unreadable, parse  # noqa: E402
from app import lambda_handler  # noqa: E402

COMMON = '203.0.113.7 - ada [10/Oct/2025:13:55:36 +0000] "GET /a?page=2 HTTP/1.1" 200 2326'
COMBINED = COMMON + ' "https://example.com/" "Mozilla/5.0 (\\"quoted\\")"'


def line(path, status=200, micros=None):
    text = '203.0.113.7 - - [10/Oct/2025:13:55:36 +0000] "GET %s HTTP/1.1" %d 10' % (path, status)
    return text if micros is None else "%s %d" % (text, micros)


class ParseTest(unittest.TestCase):
    def test_common_format(self):
        entry = parse(COMMON)
        self.assertEqual(("GET", "/a", 200, 2326), (entry.method, entry.path, entry.status, entry.bytes))
        self.assertIsNone(entry.micros)

    def test_combined_format_with_a_time(self):
        entry = parse(COMBINED + " 1500")
        self.assertEqual(("/a", 1500), (entry.path, entry.micros))

    def test_no_body_counts_no_bytes(self):
        self.assertEqual(0, parse(COMMON.replace("2326", "-")).bytes)

    def test_user_with_a_space(self):
        self.assertEqual("/a", parse(COMMON.replace("ada", "ada l")).path)

    def test_http_0_9_names_no_protocol(self):
        self.assertEqual("/a", parse(COMMON.replace(" HTTP/1.1", "")).path)

    def test_what_is_no_request_is_refused(self):
        with self.assertRaisesRegex(Unreadable, "METHOD PATH"):
            parse(COMMON.replace("GET /a?page=2 HTTP/1.1", "\\x16\\x03"))

    def test_what_is_no_log_is_refused(self):
        for text in ("hello", COMMON + " and more", COMMON.replace(" 200 ", " OK ")):
            with self.subTest(text), self.assertRaises(Unreadable):
                parse(text)


class HandlerTest(unittest.TestCase):
    def test_counts(self):
        report = lambda_handler({"lines": [line("/a"), line("/b", 404), line("/a")]}, None)
        self.assertEqual(3, report["requests"])
        self.assertEqual(30, report["bytes"])
        self.assertEqual({"200": 2, "404": 1}, report["statuses"])
        self.assertEqual({"path": "/a", "requests": 2}, report["top_paths"][0])

    def test_slowest_first_and_bounded(self):
        lines = [line("/%d" % n, micros=n * 1000) for n in (3, 1, 2)]
        report = lambda_handler({"lines": lines, "top": 2}, None)
        self.assertEqual([("/3", 3.0, 1), ("/2", 2.0, 3)],
                         [(s["path"], s["milliseconds"], s["line"]) for s in report["slowest"]])

    def test_of_equally_slow_lines_the_earlier_is_listed(self):
        report = lambda_handler({"lines": [line("/a", micros=7), line("/b", micros=7)], "top": 1}, None)
        self.assertEqual(["/a"], [s["path"] for s in report["slowest"]])

    def test_unreadable_lines_keep_their_number(self):
        report = lambda_handler({"text": line("/a") + "\r\n\nhello\n" + line("/b") + "\n"}, None)
        self.assertEqual(2, report["requests"])
        self.assertEqual([(3, "hello")], [(u["line"], u["text"]) for u in report["unreadable"]])

    def test_every_unreadable_line_is_counted(self):
        report = lambda_handler({"lines": ["x"] * 5, "top": 2}, None)
        self.assertEqual((5, 2), (report["unreadable_lines"], len(report["unreadable"])))

    def test_empty_log_is_no_failure(self):
        self.assertEqual(0, lambda_handler({"text": ""}, None)["requests"])

    def test_wrong_input_is_named(self):
        for event, word in (
            ([], "object"),
            ({}, "either"),
            ({"text": "", "lines": []}, "either"),
            ({"text": 1}, "text:"),
            ({"lines": "x"}, "lines:"),
            ({"lines": [1]}, "lines:"),
            ({"text": "", "top": 0}, "top:"),
            ({"text": "", "top": True}, "top:"),
        ):
            with self.subTest(event), self.assertRaisesRegex(ValueError, word):
                lambda_handler(event, None)

    def test_sample(self):
        event = json.loads((AGENT / "sample" / "input.json").read_text(encoding="utf-8"))
        report = lambda_handler(event, None)
        json.dumps(report)
        self.assertEqual(7, report["requests"])
        self.assertEqual({"200": 4, "304": 1, "404": 1, "503": 1}, report["statuses"])
        self.assertEqual("/orders", report["slowest"][0]["path"])
        self.assertEqual([5], [u["line"] for u in report["unreadable"]])


if __name__ == "__main__":
    unittest.main()
