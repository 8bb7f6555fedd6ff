/** Firefox, driven over WebDriver BiDi; what pages may not know is asked of the browser's own window. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type ElementHandle, type Frame } from 'puppeteer-core';
import { type Engine, type EngineOptions, isNetwork, type NetworkRequest } from './engine.ts';

/** Firefox draws one at random for each profile unless told. */
const uuid = '11111111-2222-4333-8444-555555555555';
const base = `moz-extension://${uuid}/`;

export async function startFirefox(executablePath: string, options: EngineOptions): Promise<Engine> {
  const manifest = JSON.parse(await readFile(join(options.extension, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    userDataDir: options.profile,
    headless: options.headless,
    ...(!options.headless && { defaultViewport: null }),
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      // An add-on installed for the session is forgotten at its end, with all it stored.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // The popup, which is a tab behind here, is as quick as in its own place, and may close itself.
      'layout.throttled_frame_rate': 60,
      'dom.min_background_timeout_value': 4,
      'dom.min_background_timeout_value_without_budget_throttling': 4,
      'dom.allow_scripts_to_close_windows': true,
      'intl.locale.requested': 'en-US',
      ...(options.proxy && proxied(options.proxy)),
    },
  });
  const window = await browserWindow(browser);
  await window.run(rememberRequests);
  await browser.installExtension(options.extension);

  return {
    browser,
    base,
    requests: async () =>
      (JSON.parse(await window.run(() => JSON.stringify(globalThis.bedsideRequests))) as NetworkRequest[]).filter(
        ({ address }) => isNetwork(address),
      ),
    shadowRoot,
    stopWorker: () => window.run((which) => WebExtensionPolicy.getByID(which).extension.terminateBackground(), id),
    extensionErrors: async () => JSON.parse(await window.run(errorsOf, base)) as string[],
    command: (name) => window.run(fireCommand, id, name),
    chooseMenu: (selected, frameId) => window.run(chooseMenu, id, selected, String(frameId)),
    collectGarbage: () => window.run(collectGarbage),
    forceColours: (_page, isOn) => window.run(forceColours, isOn ? 'always' : 'never'),
    preferColours: (_page, scheme) => window.run(preferColours, scheme),
    openPopup: async () => undefined,
  };
}

const proxied = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
});

/** Runs in the browser's window: what pressing a command's keys there does. */
function fireCommand(id: string, name: string): void {
  WebExtensionPolicy.getByID(id).extension.shortcuts.onCommand(name);
}

/** Runs in the browser's window: what choosing our line of the menu does there. */
function chooseMenu(id: string, selectionText: string, frameId: string): void {
  const info = { menuItemId: 'define', selectionText, frameId: Number(frameId), editable: false, modifiers: [] };
  WebExtensionPolicy.getByID(id).extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
}

/** As much of the browser's own objects as is used here. */
type Principal = { isSystemPrincipal: boolean; isAddonOrExpandedAddonPrincipal: boolean };
type Channel = {
  QueryInterface(kind: unknown): void;
  URI: { spec: string };
  loadInfo: { triggeringPrincipal: Principal; externalContentPolicyType: number };
};
type ScriptError = { sourceName: string; errorMessage: string; flags: number };
declare global {
  var bedsideRequests: NetworkRequest[];
  const Ci: { nsIHttpChannel: unknown; nsIScriptError: new () => ScriptError };
  const Services: {
    obs: {
      addObserver(observer: (subject: Channel) => void, topic: string): void;
      notifyObservers(subject: null, topic: string): void;
    };
    prefs: { setIntPref(name: string, value: number): void };
    console: { getMessageArray(): unknown[] };
  };
  const gBrowser: { selectedTab: unknown };
  const WebExtensionPolicy: {
    getByID(id: string): {
      extension: {
        terminateBackground(): Promise<void>;
        shortcuts: { onCommand(name: string): void };
        emit(event: string, ...given: unknown[]): void;
      };
    };
  };
}

/** Runs in the browser's window: notes who sends every request, from now on. */
function rememberRequests(): void {
  const wholeDocument = 6;
  globalThis.bedsideRequests = [];
  Services.obs.addObserver((channel) => {
    channel.QueryInterface(Ci.nsIHttpChannel);
    const { triggeringPrincipal: sender, externalContentPolicyType: kind } = channel.loadInfo;
    if (sender.isSystemPrincipal && kind !== wholeDocument) return;
    const from = sender.isAddonOrExpandedAddonPrincipal ? 'extension' : 'page';
    globalThis.bedsideRequests.push({ address: channel.URI.spec, from });
  }, 'http-on-modify-request');
}

/** Runs in the browser's window. Messages on their way when a tab is closed are no error of ours. */
function errorsOf(source: string): string {
  const warning = 1;
  const errors = Services.console
    .getMessageArray()
    .filter((message) => message instanceof Ci.nsIScriptError)
    .filter(({ sourceName, flags }) => sourceName.startsWith(source) && !(flags & warning))
    .filter(
      ({ errorMessage }) =>
        !/^Promise (?:rejected|resolved) (?:after context unloaded|while context is inactive)/.test(errorMessage),
    );
  return JSON.stringify(errors.map(({ errorMessage }) => errorMessage));
}

/** Runs in the browser's window: asks the other processes, where the pages are, to free what nothing holds. */
function collectGarbage(): void {
  for (const what of ['child-gc-request', 'child-cc-request']) Services.obs.notifyObservers(null, what);
}

/** Runs in the browser's window. */
function forceColours(when: string): void {
  Services.prefs.setIntPref('browser.display.document_color_use', when === 'always' ? 2 : 0);
}

/** Runs in the browser's window. */
function preferColours(scheme: string): void {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1);
}

/** Puppeteer's own parts that its types do not show. */
type Remote = { type: string; sharedId?: string; value?: unknown };
type Connection = {
  send(method: string, parameters: object): Promise<{ result: Record<string, unknown> }>;
};
type Evaluated = { type: 'success'; result: Remote } | { type: 'exception'; exceptionDetails: { text: string } };

const connectionOf = (browser: Browser) => (browser as unknown as { connection: Connection }).connection;

async function evaluate(browser: Browser, parameters: object): Promise<Remote> {
  const { result } = await connectionOf(browser).send('script.callFunction', { awaitPromise: true, ...parameters });
  const evaluated = result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
  return evaluated.result;
}

async function browserWindow(browser: Browser) {
  const { result } = await connectionOf(browser).send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [{ context } = { context: '' }] = result.contexts as { context: string }[];
  return {
    /** Calls a function there with strings, and gives what it answers. */
    async run<T, A extends string[]>(ask: (...given: A) => T | Promise<T>, ...given: A): Promise<T> {
      const remote = await evaluate(browser, {
        functionDeclaration: String(ask),
        arguments: given.map((value) => ({ type: 'string', value })),
        target: { context },
      });
      return remote.value as T;
    },
  };
}

type Inner = {
  browsingContext: { id: string };
  mainRealm(): { createHandle(remote: Remote): ElementHandle<ShadowRoot> };
};

async function shadowRoot(host: ElementHandle<Element>, frame: Frame): Promise<ElementHandle<ShadowRoot> | undefined> {
  const inner = frame as unknown as Inner;
  const { sharedId } = (host as unknown as { remoteValue(): Remote }).remoteValue();
  const remote = await evaluate(frame.page().browser(), {
    functionDeclaration: '(host) => host',
    arguments: [{ sharedId }],
    target: { context: inner.browsingContext.id },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
  });
  const { shadowRoot: root } = remote.value as { shadowRoot: Remote | null };
  return root ? inner.mainRealm().createHandle(root) : undefined;
}
