const express = require("express");
const { spawn } = require("child_process");
const app = express();
app.use(express.json());

app.get("/x", (req, res) => {
  spawn("ls " + req.query.folder, { shell: true });
  res.json({});
});
