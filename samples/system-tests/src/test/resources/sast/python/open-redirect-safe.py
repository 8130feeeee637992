from flask import Flask, redirect, request, url_for

app = Flask(__name__)

@app.route("/x")
def handler():
    return redirect(url_for("home", page=request.args["next"]))
