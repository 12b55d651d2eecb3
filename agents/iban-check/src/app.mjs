// The handler: an HTTP request as API Gateway sends it (payload format 2.0) in, an HTTP answer out.
import { LENGTHS, check } from './iban.mjs';

const MOST = 1000;

/** Refuses a request, in words for its caller. */
class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const ROUTES = [
  ['GET', /^\/ibans\/([^/]+)$/, ([iban]) => check(decoded(iban))],
  ['POST', /^\/ibans$/, (_, event) => checkAll(json(event))],
  ['GET', /^\/countries$/, countries],
];

/** Lambda's entry. */
export const handler = async (event) => {
  try {
    return answer(200, route(event));
  } catch (error) {
    if (error instanceof Refused) {
      return answer(error.status, { error: error.message });
    }
    throw error;
  }
};

function route(event) {
  const { method, path } = event.requestContext.http;
  const here = ROUTES.filter(([, pattern]) => pattern.test(path));
  if (here.length === 0) {
    throw new Refused(404, `there is nothing at ${path}`);
  }
  const found = here.find(([known]) => known === method);
  if (!found) {
    throw new Refused(405, `${path} does not know ${method}`);
  }
  const [, pattern, run] = found;
  return run(pattern.exec(path).slice(1), event);
}

function checkAll(input) {
  const ibans = input?.ibans;
  if (!Array.isArray(ibans) || !ibans.every((iban) => typeof iban === 'string')) {
    throw new Refused(400, 'send {"ibans": [...]}, a list of strings');
  }
  if (ibans.length > MOST) {
    throw new Refused(413, `at most ${MOST} IBANs at a time`);
  }
  const results = ibans.map(check);
  return { results, invalid: results.filter((result) => !result.valid).length };
}

function countries() {
  return [...LENGTHS].map(([country, length]) => ({ country, length }));
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Refused(400, 'the path is not encoded as URLs are');
  }
}

function json(event) {
  const body = event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
  try {
    return JSON.parse(body);
  } catch {
    throw new Refused(400, 'the body is no JSON');
  }
}

function answer(statusCode, body) {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
