"""A runtime client of its own: an event that names a port holds its call until that port lets go."""
import http.client, json, os, socket

host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].split(":")


def send(method, path, body=None):
    connection = http.client.HTTPConnection(host, int(port))
    connection.request(method, "/2018-06-01/runtime/invocation/" + path, body)
    answer = connection.getresponse()
    return answer.headers["Lambda-Runtime-Aws-Request-Id"], answer.read()


while True:
    request_id, event = send("GET", "next")
    gate = json.loads(event).get("gate")
    if gate:
        with socket.create_connection(("127.0.0.1", gate)) as held:
            held.recv(1)
    send("POST", request_id + "/response", event)
