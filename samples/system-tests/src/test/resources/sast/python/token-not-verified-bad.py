from flask import Flask, redirect, request, url_for
import jwt

app = Flask(__name__)

@app.route("/x")
def handler():
    return jwt.decode(request.headers["token"], options={"verify_signature": False})
