import os
from flask import Flask, request

app = Flask(__name__)


def listing(folder):
    return os.popen("ls " + folder).read()


@app.route("/x")
def handler():
    return listing(request.args["folder"])
