const express = require("express");
const db = require("./db");
const app = express();

function find(name) {
  return db.query("SELECT * FROM users WHERE name = $1", [name]);
}

app.get("/x", async (req, res) => res.json(await find(req.query.name)));
