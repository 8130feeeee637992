const express = require("express");
const app = express();
app.use(express.json());

app.get("/x", (req, res) => {
  res.redirect("/home?next=" + encodeURIComponent(req.query.next));
});
