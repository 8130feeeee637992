const http = require('http');

http.createServer((request, response) => response.end('hello from node'))
  .listen(process.env.PORT || 3000, '127.0.0.1');
