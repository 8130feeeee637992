const express = require("express");
const app = express();
app.use(express.json());

app.get("/x", (req, res) => {
  res.send(`<h1>${req.params.name}</h1>`);
});
