const express = require("express");
const settings = {};
const app = express();
app.use(express.json());

app.post("/x", (req, res) => {
  const own = new Map(Object.entries(settings));
  own.set(String(req.body.key), req.body.value);
  res.json({});
});
