const express = require("express");
const users = require("./users");
const app = express();
app.use(express.json());

app.post("/x", (req, res) => {
  users.findOne({ name: String(req.body.name), password: String(req.body.password) }).then((user) => res.json(user.id));
});
