from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

@app.route("/x")
def handler():
    return str(yaml.load(request.get_data(), Loader=yaml.SafeLoader))
