from flask import Flask, redirect, request, url_for
import tarfile

app = Flask(__name__)

@app.route("/x")
def handler():
    with tarfile.open(fileobj=request.files["a"]) as archive:
        archive.extractall("/srv/files", filter="data")
    return ""
