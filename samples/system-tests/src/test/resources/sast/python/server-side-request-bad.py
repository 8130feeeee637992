from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

@app.route("/x")
def handler():
    return requests.get(request.args.get("url"), timeout=5).text
