const express = require("express");
const names = require("./names");
const app = express();
app.use(express.json());

app.get("/x", (req, res) => {
  res.json(names.filter((name) => new RegExp(req.query.pattern).test(name)));
});
