from apig_wsgi import make_lambda_handler
from bottle import Bottle, request, response

app = Bottle()

@app.get("/items/<name>")
def item(name):
    query = request.query.decode()
    return {"name": name, "q": query.get("q", ""), "all": query.getall("q"),
            "client": request.remote_addr, "cookie": request.get_cookie("c"),
            "auth": request.get_header("authorization")}

@app.post("/form")
def form():
    return {"word": request.forms.word}

@app.post("/bytes")
def raw():
    response.content_type = "application/octet-stream"
    return request.body.read()

@app.get("/cookies")
def cookies():
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return {}

@app.get("/broken")
def broken():
    raise ValueError("no luck")

handler = make_lambda_handler(app, binary_support=True)
