from fastapi import FastAPI

app = FastAPI()


@app.get("/items")
def items() -> dict[str, str]:
    return {"text": "hello from fastapi"}
