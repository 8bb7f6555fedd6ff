/** Finds the real browsers on this machine. Plain JavaScript for any Node: set-up runs it before there are packages. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** @type {Record<BrowserName, { title: string, variable: string, debian: string, commands: string[], places: string[] }>} */
const known = {
  chromium: {
    title: 'Chromium, Chrome or Edge',
    variable: 'BEDSIDE_CHROMIUM',
    debian: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
    places: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    title: 'Firefox',
    variable: 'BEDSIDE_FIREFOX',
    debian: 'firefox-esr',
    commands: ['firefox', 'firefox-esr'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

/**
 * The browser's program: where the environment says, or the first that is found.
 * @param {BrowserName} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const { variable, commands, places } = known[name];
  const told = process.env[variable];
  if (told) return runs(told) ? told : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...places].find(runs);
}

/**
 * Sees to it that browsers are there: by apt where that is ours to do, else by saying what to install.
 * @param {BrowserName[]} names
 * @returns {boolean} whether all are there now
 */
export function needBrowsers(names) {
  const missing = () => names.filter((name) => !findBrowser(name));
  const untold = missing().filter((name) => !process.env[known[name].variable]);
  if (untold.length > 0 && mayInstall()) install(untold.map((name) => known[name].debian));
  for (const name of missing()) {
    const { title, variable, debian } = known[name];
    const told = process.env[variable];
    console.error(
      told
        ? `${variable} says ${told}, and there is no program there.`
        : `${title} is not on this machine. Install it (on Debian: apt install ${debian}), or say where it is: ${variable}=/path/to/it`,
    );
  }
  return missing().length === 0;
}

const mayInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** @param {string[]} packages */
function install(packages) {
  console.log(`Installing ${packages.join(' and ')}, once …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '--no-install-recommends', ...packages, 'fonts-dejavu-core']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', step, { env: environment, encoding: 'utf8' });
    if (status !== 0) console.error(`${stdout}${stderr}`);
  }
}

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
