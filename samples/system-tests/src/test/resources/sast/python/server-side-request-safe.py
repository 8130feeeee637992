from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

@app.route("/x")
def handler():
    return requests.get("https://api.example.org/items", params={"q": request.args.get("q")}, timeout=5).text
