import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Hono } from 'hono';
import { handle, streamHandle } from 'hono/aws-lambda';
import { setCookie } from 'hono/cookie';
import { streamText } from 'hono/streaming';

const app = new Hono();

app.get('/customers/:id', (c) => {
  setCookie(c, 'a', '1');
  setCookie(c, 'b', '2');
  c.header('X-Query', c.req.query('full'));
  return c.json({ id: c.req.param('id'), cookie: c.req.header('cookie') });
});

app.post('/bytes', async (c) =>
  c.body(await c.req.arrayBuffer(), 201, { 'Content-Type': 'application/octet-stream' }));

app.get('/parts', (c) => streamText(c, async (stream) => {
  await stream.write('one ');
  while (!existsSync(process.env.LAMBDA_TASK_ROOT + '/go')) {
    await setTimeout(20);
  }
  await stream.write('two');
}));

export const whole = handle(app);
export const streamed = streamHandle(app);
