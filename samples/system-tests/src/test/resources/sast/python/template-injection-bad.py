from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

from flask import render_template_string

@app.route("/x")
def handler():
    return render_template_string("Hello " + request.args.get("name"))
