'use strict'

module.exports = async function (fastify) {
  fastify.get('/', async () => ({ text: 'hello from fastify' }))
}
