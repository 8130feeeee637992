const express = require("express");
const fs = require("fs");
const path = require("path");
const crypto = require("crypto");
const { exec, execFile } = require("child_process");
const jwt = require("jsonwebtoken");
const axios = require("axios");
const db = require("./db");
const app = express();

app.get("/x", (req, res) => {
  res.send("<h1>Hello " + req.query.name + "</h1>");
});
