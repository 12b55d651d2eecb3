const express = require('express');
const serverless = require('@codegenie/serverless-express');

const app = express();
app.use(express.json());
app.get('/customers/:id', (request, response) => {
  response.cookie('seen', '1').set('X-Query', request.query.full);
  response.json({ id: request.params.id, agent: request.get('user-agent') });
});
app.post('/customers', (request, response) => response.status(201).json(request.body));
exports.handler = serverless({ app });
