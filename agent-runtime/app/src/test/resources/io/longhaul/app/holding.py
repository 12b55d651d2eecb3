"""A runtime client of its own: an event that names a port holds its call until that port lets go."""
import http.client, json, os, socket, sys, uuid

host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")
process = str(uuid.uuid4())  # its pid may be its own namespace's
before, traces = [], []  # the request ids and X-Ray headers of earlier calls in this process

if "FAIL_AT_START" in os.environ:
    sys.exit(os.environ["FAIL_AT_START"])


def send(method, path, body=None):
    connection = http.client.HTTPConnection(host, int(port))
    connection.request(method, "/2018-06-01/runtime/invocation/" + path, body)
    answer = connection.getresponse()
    return answer.headers, answer.read()


while True:
    headers, event = send("GET", "next")
    request_id = headers["Lambda-Runtime-Aws-Request-Id"]
    asked = json.loads(event)
    if "gate" in asked:
        with socket.create_connection(("127.0.0.1", asked["gate"])) as held:
            held.recv(1)
    while asked.get("do") == "spin":
        pass
    if asked.get("do") == "fail":
        send("POST", request_id + "/error", '{"errorType": "Bad", "errorMessage": "no luck"}')
    else:
        told = {
            "before": before,
            "traces": traces,
            "process": process,
            "model": os.environ.get("MODEL"),
            "padding": "x" * asked.get("large", 0),
        }
        send("POST", request_id + "/response", json.dumps(told))
    before.append(request_id)
    traces.append(headers["Lambda-Runtime-Trace-Id"])
