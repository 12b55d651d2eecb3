#!/usr/bin/env python3
"""A runtime client that answers in parts, as its event's path says."""
import http.client, json, os, socket, time

api = os.environ["AWS_LAMBDA_RUNTIME_API"]
host, port = api.split(":")
base = "/2018-06-01/runtime/invocation/"
INTEGRATION = "application/vnd.awslambda.http-integration-response"
FAILED = b"Lambda-Runtime-Function-Error-Type: Late\r\n"
prelude = json.dumps({"statusCode": 201, "headers": {"x-own": "yes"}, "cookies": ["a=1", "b=2"]}).encode()


def gated():
    yield b"one "
    while not os.path.exists(os.environ["LAMBDA_TASK_ROOT"] + "/go"):
        time.sleep(0.01)
    yield b"two"


ANSWERS = {
    "/prelude": (INTEGRATION, [prelude[:9], prelude[9:] + bytes(3), bytes(5) + b"one ", b"two"], b""),
    "/plain": ("text/plain", [b"one ", b"two"], b""),
    "/gated": ("text/plain", None, b""),
    "/fail-late": ("text/plain", [b"one "], FAILED),
    "/bad-prelude": (INTEGRATION, [b"no json", bytes(8), b"one"], b""),
    "/endless-prelude": (INTEGRATION, [b"x" * 100_000] * 4, b""),
}

while True:
    connection = http.client.HTTPConnection(host, int(port))
    connection.request("GET", base + "next")
    answer = connection.getresponse()
    path = json.loads(answer.read())["rawPath"]
    content_type, parts, trailers = ANSWERS[path]
    with socket.create_connection((host, int(port))) as out:
        out.sendall(
            f"POST {base}{answer.headers['Lambda-Runtime-Aws-Request-Id']}/response HTTP/1.1\r\n"
            f"Host: {api}\r\nContent-Type: {content_type}\r\nTransfer-Encoding: chunked\r\n"
            "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
            "Trailer: Lambda-Runtime-Function-Error-Type\r\n\r\n".encode()
        )
        for part in parts or gated():
            out.sendall(b"%x\r\n%b\r\n" % (len(part), part))
        out.sendall(b"0\r\n" + trailers + b"\r\n")
        out.recv(1000)
