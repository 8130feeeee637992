from flask import Flask, redirect, request, url_for
from markupsafe import Markup

app = Flask(__name__)

@app.route("/x")
def handler():
    name = request.form.get("name")
    return Markup(f"<b>{name}</b>")
