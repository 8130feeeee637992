from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

@app.route("/x")
def handler():
    name = request.args.get("name")
    db = sqlite3.connect("x.db")
    return str(db.execute("SELECT * FROM users WHERE name = '" + name + "'").fetchall())
