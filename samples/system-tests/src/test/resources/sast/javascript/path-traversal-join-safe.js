const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();
app.use(express.json());

app.get("/x", (req, res) => {
  const file = path.join("/srv/files", path.basename(req.params.name));
  fs.promises.readFile(file).then((text) => res.json(text.length));
});
