#!/usr/bin/env node
// Stands in for VS Code's desktop executable: takes the arguments that @vscode/test-electron passes to `code`, runs the suite
// in the extension host of VS Code's server behind headless Chromium, prints what the suite's reporter prints, and exits
// with its exit code.
//   codeBrowser.mjs [FOLDER] --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensions-dir=DIR] [--web] [--verbose]
// `--web`: the extension's `browser` entry in the web worker host. CODE_BROWSER_SHOT: where a picture goes when it fails.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { getServer } from './getServer.mjs';
import { serveVsCode, workbenchAddress } from './serveVsCode.mjs';

/** The suite puts this before each line of its reporter: everything else that the host logs is kept back. */
const mark = '\u2063';
/** And this before what it wants done by hand: test/vscode/support/hands.ts. */
const handsMark = '\u2064';
/** Far more than the suite takes: a slow machine is no failure. */
const timeout = 900_000;

const flags = new Map();
const positional = [];
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/.exec(argument) ?? [];
  if (name) flags.set(name, value ?? true);
  else positional.push(argument);
}
const web = flags.has('web');
const verbose = flags.has('verbose');
const extension = resolve(flags.get('extensionDevelopmentPath'));
const tests = resolve(flags.get('extensionTestsPath'));

const profile = mkdtempSync(join(tmpdir(), 'code-browser-'));
// On a copy: the suite's edits stay out of the folder.
const folder = positional[0] && join(profile, basename(resolve(positional[0])));
if (folder) cpSync(resolve(positional[0]), folder, { recursive: true });

/** What the workbench logged beside the suite's own lines. */
const others = [];
let exitCode = 1;
let browser;
let server;
try {
  const extensions = typeof flags.get('extensions-dir') === 'string' ? resolve(flags.get('extensions-dir')) : undefined;
  server = await serveVsCode({ server: getServer(), profile, extensions });
  browser = await chromium.launch({ executablePath: ensureChromium(), headless: true, args: chromiumFlags });
  exitCode = await runSuite(await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: web }));
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  console.error(`--- workbench\n${others.slice(-20).join('\n').slice(-4000)}\n--- server\n${server?.log().slice(-2000) ?? ''}`);
}
await browser?.close().catch(() => {});
await server?.stop();
rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
process.exit(exitCode);

/** Opens the workbench with the suite and gives the suite's exit code; throws when none comes. */
async function runSuite(page) {
  const { promise, resolve: finish, reject } = deferred();
  let printed = false;
  const webview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const doings = {
    see: (selector) => page.locator(selector).first().waitFor(),
    press: (key) => page.keyboard.press(key),
    doubleClickInWebview: (selector) => webview.locator(selector).first().dblclick(),
  };
  let hands = Promise.resolve();
  const doByHand = async (steps) => {
    for (const [doing, what] of steps) await doings[doing](what);
  };
  // The console of the extension host and the workbench's own log come through one door.
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const line = format(...args);
    if (line.startsWith(handsMark)) {
      const steps = JSON.parse(line.slice(handsMark.length));
      hands = hands.then(() => doByHand(steps)).catch((error) => console.error(String(error)));
    } else if (line.startsWith(mark)) {
      printed = true;
      console.log(line.slice(mark.length));
    } else if (verbose) console.log(`[${type}] ${line}`);
    else others.push(`[${type}] ${line}`);
  });
  await page.exposeFunction('codeAutomationExit', finish);
  page.on('crash', () => reject(new Error('The page crashed.')));
  const timer = setTimeout(() => reject(new Error(`The suite gave no result in ${timeout / 1000} s.`)), timeout);
  try {
    if (web) await serveExtensionByHttp(page);
    await page.goto(workbenchAddress({ origin: server.origin, folder, ...(web ? {} : { extensions: [extension], tests }) }));
    const code = await promise;
    if (!printed) throw new Error('The suite printed nothing.');
    if (code !== 0) await takePicture(page);
    return code;
  } catch (error) {
    await takePicture(page);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

async function takePicture(page) {
  const path = process.env.CODE_BROWSER_SHOT;
  if (path) await page.screenshot({ path }).catch(() => {});
}

/**
 * VS Code refuses `new Worker`, which the language server is on the web, to extensions that come from its own server; so the
 * extension comes over http as on vscode.dev, put into the configuration that the workbench reads from its page.
 */
async function serveExtensionByHttp(page) {
  const types = { js: 'text/javascript', json: 'application/json', svg: 'image/svg+xml' };
  const files = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const headers = {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    };
    if (!path.startsWith(`${extension}/`)) return void response.writeHead(403, headers).end();
    readFile(path).then(
      (bytes) => response.writeHead(200, headers).end(bytes),
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise((listening) => files.listen(0, '127.0.0.1', listening));
  files.unref();
  const address = (path) => ({ scheme: 'http', authority: `127.0.0.1:${files.address().port}`, path });
  await page.addInitScript(
    (options) => {
      const getElementById = Document.prototype.getElementById;
      Document.prototype.getElementById = function (id) {
        const element = getElementById.call(this, id);
        if (id === 'vscode-workbench-web-configuration' && element) {
          const configuration = JSON.parse(element.dataset.settings);
          configuration.developmentOptions = { ...configuration.developmentOptions, ...options };
          element.dataset.settings = JSON.stringify(configuration);
        }
        return element;
      };
    },
    { extensions: [address(extension)], extensionTestsPath: address(tests) },
  );
}

function deferred() {
  let resolvePromise;
  let rejectPromise;
  const promise = new Promise((resolve, reject) => {
    resolvePromise = resolve;
    rejectPromise = reject;
  });
  return { promise, resolve: resolvePromise, reject: rejectPromise };
}
