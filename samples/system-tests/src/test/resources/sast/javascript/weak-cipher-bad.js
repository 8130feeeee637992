const crypto = require("crypto");

function encrypt(key, text) {
  return crypto.createCipheriv("aes-128-ecb", key, null).update(text);
}
module.exports = { encrypt };
