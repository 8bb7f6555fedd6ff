/**
 * Makes ready what `npm start` and `npm test` need: the packages, and the browsers that are named. It runs under
 * any Node from 20 on, with no packages installed, and is done at once when everything is there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { needBrowsers } from './browsers.mjs';

const root = new URL('../', import.meta.url);
const leastNode = 24;

/**
 * The packages that a lock file lists; npm leaves one like it beside what it has installed.
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  const path = new URL(file, root);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** Whether every package is there as locked; those for other machines may be missing. */
function isInstalled() {
  const had = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || had[path]?.version === version || (optional && !had[path]),
  );
}

/** @param {string[]} parameters */
function npm(...parameters) {
  const program = process.env.npm_execpath;
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  const { status } = program
    ? spawnSync(process.execPath, [program, ...parameters], options)
    : spawnSync('npm', parameters, { ...options, shell: process.platform === 'win32' });
  return status === 0;
}

/** The Node that every npm script gets: an install script fetches it, and some machines forbid those. */
function hasOwnNode() {
  const { stdout } = spawnSync('node_modules/.bin/node', ['--version'], { cwd: root, encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1]) >= leastNode;
}

function needPackages() {
  if (!isInstalled()) {
    console.log('Installing the packages, once …');
    // Not `npm ci`: it refuses a lock file that was written where packages for other machines could not be had.
    if (!npm('install', '--no-save', '--no-audit', '--no-fund')) return false;
  }
  if (hasOwnNode() || (npm('rebuild', 'node', '--foreground-scripts') && hasOwnNode())) return true;
  console.error(`The package "node" did not install Node ${leastNode}: allow its install script and try again.`);
  return false;
}

const browsers = /** @type {import('./browsers.mjs').BrowserName[]} */ (process.argv.slice(2));
if (!needPackages() || !needBrowsers(browsers)) process.exitCode = 1;
