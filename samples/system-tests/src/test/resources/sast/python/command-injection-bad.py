from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

@app.route("/x")
def handler():
    host = request.args["host"]
    return subprocess.check_output("ping -c 1 " + host, shell=True)
