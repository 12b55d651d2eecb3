from fastapi import FastAPI, Form, Request, Response
from mangum import Mangum

app = FastAPI()

@app.get("/items/{name}")
def item(name: str, request: Request, q: str = "", n: int = 0):
    return {"name": name, "q": q, "all": request.query_params.getlist("q"),
            "client": request.client.host, "cookie": request.cookies.get("c"),
            "auth": request.headers.get("authorization")}

@app.post("/form")
def form(word: str = Form()):
    return {"word": word}

@app.post("/bytes")
async def raw(request: Request):
    return Response(await request.body(), media_type="application/octet-stream")

@app.get("/cookies")
def cookies(response: Response):
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return {}

@app.get("/broken")
def broken():
    raise ValueError("no luck")

handler = Mangum(app, lifespan="off")
