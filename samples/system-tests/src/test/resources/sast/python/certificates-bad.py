from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

def call():
    return requests.get("https://api.example.org", verify=False, timeout=5).text
