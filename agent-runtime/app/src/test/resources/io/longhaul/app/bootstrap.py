"""A runtime client of its own, with Python's standard library: tells, and streams when asked."""
import http.client, json, os, socket, sys

api = os.environ["AWS_LAMBDA_RUNTIME_API"]
host, port = api.split(":")
base = "/2018-06-01/runtime/"


def send(method, path, body=None, headers={}):
    connection = http.client.HTTPConnection(host, int(port))
    connection.request(method, base + path, body, headers)
    answer = connection.getresponse()
    return answer, answer.read()


def stream(request_id, parts, trailers, content_type):
    with socket.create_connection((host, int(port))) as open:
        open.sendall(
            f"POST {base}invocation/{request_id}/response HTTP/1.1\r\nHost: {api}\r\n"
            f"Content-Type: {content_type}\r\nTransfer-Encoding: chunked\r\n"
            "Lambda-Runtime-Function-Response-Mode: streaming\r\n"
            "Trailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n\r\n".encode()
        )
        for part in parts:
            open.sendall(b"%x\r\n%b\r\n" % (len(part), part))
        open.sendall(b"0\r\n" + trailers + b"\r\n")
        open.recv(1000)


while True:
    answer, event = send("GET", "invocation/next")
    request_id = answer.headers["Lambda-Runtime-Aws-Request-Id"]
    asked = json.loads(event)
    print("running", request_id, flush=True)
    if asked.get("do") == "fail":
        send("POST", f"invocation/{request_id}/error", json.dumps({"errorType": "Bad", "errorMessage": "no luck"}))
    elif asked.get("do") == "stream":
        stream(request_id, [b"one ", b"two"], b"", "text/plain")
    elif asked.get("do") == "stream-fail":
        stream(request_id, [b"one "], b"Lambda-Runtime-Function-Error-Type: Bad\r\n", "text/plain")
    else:
        told = {
            "event": asked,
            "context": answer.headers.get("Lambda-Runtime-Client-Context"),
            "trace": answer.headers.get("Lambda-Runtime-Trace-Id"),
        }
        send("POST", f"invocation/{request_id}/response", json.dumps(told))
