from flask import Flask, redirect, request, url_for
from markupsafe import escape

app = Flask(__name__)

@app.route("/x")
def handler():
    return "<h1>" + escape(request.args["name"]) + "</h1>"
