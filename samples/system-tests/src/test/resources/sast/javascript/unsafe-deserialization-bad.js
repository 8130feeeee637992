const express = require("express");
const serialize = require("node-serialize");
const app = express();
app.use(express.json());

app.post("/x", (req, res) => {
  res.json(Object.keys(serialize.unserialize(req.body.state)));
});
