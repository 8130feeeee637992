const express = require("express");
const settings = {};
const app = express();
app.use(express.json());

app.post("/x", (req, res) => {
  settings[req.body.group][req.body.key] = req.body.value;
  res.json({});
});
