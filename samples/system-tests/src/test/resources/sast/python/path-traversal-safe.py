from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

@app.route("/x")
def handler():
    with open("/srv/files/" + os.path.basename(request.args.get("file"))) as f:
        return f.read()
