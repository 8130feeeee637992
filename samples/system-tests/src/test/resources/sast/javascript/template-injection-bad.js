const express = require("express");
const ejs = require("ejs");
const app = express();
app.use(express.json());

app.post("/x", (req, res) => {
  res.json({ page: ejs.render(req.body.template, {}) });
});
