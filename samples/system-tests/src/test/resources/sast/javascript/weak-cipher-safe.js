const crypto = require("crypto");

function encrypt(key, text) {
  return crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12)).update(text);
}
module.exports = { encrypt };
