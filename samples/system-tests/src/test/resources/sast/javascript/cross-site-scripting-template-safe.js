const express = require("express");
const app = express();
app.use(express.json());

app.get("/x", (req, res) => {
  res.json({ name: req.params.name });
});
