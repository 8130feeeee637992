from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

def digest(data):
    return hashlib.sha256(data).hexdigest()
