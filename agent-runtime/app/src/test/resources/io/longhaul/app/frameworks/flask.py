import serverless_wsgi
from flask import Flask, Response, jsonify, request

app = Flask(__name__)

@app.get("/items/<name>")
def item(name):
    return jsonify(name=name, q=request.args.get("q", ""), all=request.args.getlist("q"),
                   client=request.remote_addr, cookie=request.cookies.get("c"),
                   auth=request.headers.get("authorization"))

@app.post("/form")
def form():
    return jsonify(word=request.form["word"])

@app.post("/bytes")
def raw():
    return Response(request.get_data(), mimetype="application/octet-stream")

@app.get("/cookies")
def cookies():
    response = jsonify()
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return response

@app.get("/broken")
def broken():
    raise ValueError("no luck")

def handler(event, context):
    return serverless_wsgi.handle_request(app, event, context)
