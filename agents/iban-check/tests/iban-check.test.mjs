import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { handler } from '../src/app.mjs';
import { LENGTHS, check } from '../src/iban.mjs';

// Examples of the IBAN registry and of ISO 13616.
const VALID = [
  'GB82 WEST 1234 5698 7654 32',
  'DE89370400440532013000',
  'NO93 8601 1117 947',
  'MT84MALT011000012345MTLCAST001S',
  'FR14 2004 1010 0505 0001 3m02 606',
  'BR15 0000 0000 0000 1093 2840 814P 2',
];

function request(method, path, more = {}) {
  return handler({ requestContext: { http: { method, path } }, isBase64Encoded: false, ...more });
}

async function body(answer) {
  return JSON.parse((await answer).body);
}

test('numbers that are right', () => {
  for (const text of VALID) {
    assert.equal(check(text).valid, true, text);
  }
  assert.equal(check('no93-8601-1117947').printed, 'NO93 8601 1117 947');
});

test('one wrong character is found wherever it stands', () => {
  const iban = 'DE89370400440532013000';
  for (let at = 2; at < iban.length; at++) {
    const wrong = iban.slice(0, at) + ((Number(iban[at]) + 1) % 10) + iban.slice(at + 1);
    assert.match(check(wrong).problem, /check digits/, wrong);
  }
});

test('neighbours that are swapped are found', () => {
  assert.equal(check('DE89370400440532013000'.replace('37', '73')).valid, false);
});

test('problems are named', () => {
  assert.match(check('DE8937040044053201300').problem, /DE has 22 characters, and this one has 21/);
  assert.match(check('ZZ8937040044').problem, /no country ZZ/);
  for (const text of ['', 'DE', '12345678', 'DE89 3704 0044 0532 0130 0é', 'DEAA1234']) {
    assert.match(check(text).problem, /begins with a country/, text);
  }
});

test('GET of one', async () => {
  const answer = await request('GET', '/ibans/GB82%20WEST12345698765432');
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.headers['content-type'], 'application/json');
  assert.deepEqual(await body(answer), {
    iban: 'GB82WEST12345698765432', valid: true, country: 'GB', printed: 'GB82 WEST 1234 5698 7654 32',
  });
});

test('POST of several, also as base64', async () => {
  const text = JSON.stringify({ ibans: [VALID[0], 'DE00'] });
  const plain = await body(request('POST', '/ibans', { body: text }));
  assert.deepEqual(plain.results.map((result) => result.valid), [true, false]);
  assert.equal(plain.invalid, 1);
  const packed = { body: Buffer.from(text).toString('base64'), isBase64Encoded: true };
  assert.deepEqual(await body(request('POST', '/ibans', packed)), plain);
});

test('countries', async () => {
  const countries = await body(request('GET', '/countries'));
  assert.equal(countries.length, LENGTHS.size);
  assert.deepEqual(countries.find((known) => known.country === 'NO'), { country: 'NO', length: 15 });
});

test('requests that are refused', async () => {
  for (const [status, method, path, text] of [
    [400, 'POST', '/ibans', '{"ibans":'],
    [400, 'POST', '/ibans', undefined],
    [400, 'POST', '/ibans', 'null'],
    [400, 'POST', '/ibans', '{"ibans": "DE"}'],
    [400, 'POST', '/ibans', '{"ibans": [1]}'],
    [400, 'GET', '/ibans/%E0%A4%A'],
    [404, 'GET', '/'],
    [404, 'GET', '/ibans/a/b'],
    [405, 'DELETE', '/ibans'],
    [405, 'POST', '/ibans/DE'],
    [413, 'POST', '/ibans', JSON.stringify({ ibans: Array(1001).fill('DE') })],
  ]) {
    const answer = await request(method, path, { body: text });
    assert.equal(answer.statusCode, status, `${method} ${path} ${text}`);
    assert.ok((await body(answer)).error);
  }
});

test('the sample', async () => {
  const event = JSON.parse(await readFile(new URL('../sample/input.json', import.meta.url), 'utf8'));
  assert.equal(event.headers['content-length'], String(Buffer.byteLength(event.body)));
  const { results } = await body(handler(event));
  assert.deepEqual(results.map((result) => result.valid), [true, false, true]);
});
