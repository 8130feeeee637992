const crypto = require("crypto");

function newResetToken() {
  return crypto.randomBytes(32).toString("hex");
}
module.exports = { newResetToken };
