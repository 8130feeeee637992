from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

@app.get("/users/<name>")
def handler(name):
    db = sqlite3.connect("x.db")
    query = f"SELECT * FROM users WHERE id = {int(name)}"
    return str(db.cursor().execute(query).fetchall())
