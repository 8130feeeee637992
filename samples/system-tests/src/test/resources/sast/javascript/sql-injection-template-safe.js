const express = require("express");
const fs = require("fs");
const path = require("path");
const crypto = require("crypto");
const { exec, execFile } = require("child_process");
const jwt = require("jsonwebtoken");
const axios = require("axios");
const db = require("./db");
const app = express();

app.get("/x/:id", async (req, res) => {
  const id = Number(req.params.id);
  const rows = await db.query(`SELECT * FROM users WHERE id = ${id}`);
  res.json(rows);
});
