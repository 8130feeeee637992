from flask import Flask, request
import sqlite3, subprocess, os, pickle, yaml, hashlib, requests, json, shlex
app = Flask(__name__)

def call():
    return requests.get("https://api.example.org", verify="/etc/ca.pem", timeout=5).text
