from flask import Flask, redirect, request, url_for
import re

app = Flask(__name__)

@app.route("/x")
def handler():
    return str(re.search(re.escape(request.args["pattern"]), app.name) is None)
