// Lets an ES module import what it finds on Lambda: packages of the layers and of the runtime.
// Plain Node looks along NODE_PATH for require alone. What it finds by itself goes first.
// Loaded with --import, by the main thread and by each worker thread.
import * as modules from 'node:module';
import { pathToFileURL } from 'node:url';

// A file beside each node_modules folder: packages are looked for from where an importer stands.
const IMPORTERS = (process.env.NODE_PATH ?? '')
  .split(':')
  .filter((folder) => folder.endsWith('/node_modules'))
  .map((folder) => pathToFileURL(folder.slice(0, -'node_modules'.length)).href + 'importer.mjs');

// No path, no URL, and no #name of the importing package itself.
const PACKAGE = /^(?![./#]|[a-z][a-z+.-]*:)/i;

function* contexts(specifier, context) {
  yield context;
  if (PACKAGE.test(specifier)) {
    for (const parentURL of IMPORTERS) {
      yield { ...context, parentURL };
    }
  }
}

function requireMissing(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') {
    throw error;
  }
}

function resolveAtOnce(specifier, context, next) {
  let first;
  for (const attempt of contexts(specifier, context)) {
    try {
      return next(specifier, attempt);
    } catch (error) {
      requireMissing(error);
      first ??= error;
    }
  }
  throw first;
}

/** The same, as older versions call it: by this name, on a thread of their own. */
export async function resolve(specifier, context, next) {
  let first;
  for (const attempt of contexts(specifier, context)) {
    try {
      return await next(specifier, attempt);
    } catch (error) {
      requireMissing(error);
      first ??= error;
    }
  }
  throw first;
}

const HOOKS = '#hooks';

if (modules.registerHooks) {
  modules.registerHooks({ resolve: resolveAtOnce });
} else if (!import.meta.url.endsWith(HOOKS)) {
  modules.register(import.meta.url + HOOKS);
}
