import subprocess
from flask import Flask, request

app = Flask(__name__)


def listing(folder):
    return subprocess.run(["ls", "--", folder], capture_output=True).stdout


@app.route("/x")
def handler():
    return listing(request.args["folder"])
