from flask import Flask, redirect, request, url_for

app = Flask(__name__)

@app.route("/x")
def handler():
    return redirect(request.args["next"])
