from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

def digest(password):
    return hashlib.md5(password.encode()).hexdigest()
