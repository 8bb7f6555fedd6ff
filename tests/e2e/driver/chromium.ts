/** Chromium, driven over the DevTools protocol. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, {
  type Browser,
  type CDPSession,
  type ElementHandle,
  type Frame,
  type Protocol,
} from 'puppeteer-core';
import { type Engine, type EngineOptions, isNetwork, type NetworkRequest } from './engine.ts';
import { soon, until } from './until.ts';

export async function startChromium(executablePath: string, options: EngineOptions): Promise<Engine> {
  await allowReloading(options.profile);
  const browser = await puppeteer.launch({
    executablePath,
    userDataDir: options.profile,
    headless: options.headless,
    ...(!options.headless && { defaultViewport: null }),
    pipe: true,
    enableExtensions: true,
    args: [
      // Chromium's sandbox refuses to run as root, which is who tests in containers are.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.headless ? ['--disable-gpu'] : []),
      ...(options.proxy ? [`--proxy-server=127.0.0.1:${options.proxy}`] : []),
      '--lang=en-US',
    ],
  });
  const traffic = await watch(browser);
  const id = await browser.installExtension(options.extension);
  const base = `chrome-extension://${id}/`;

  async function evaluate(expression: string): Promise<unknown> {
    const worker = [...traffic.workers].findLast(({ detached }) => !detached);
    const answer = await worker?.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (!answer || answer.exceptionDetails) throw new Error(answer?.exceptionDetails?.text ?? 'No background script');
    return answer.result.value;
  }

  const isOurs = ({ sources }: { sources: string[] }) => sources.some((source) => source.startsWith(base));

  return {
    browser,
    base,
    requests: async () =>
      traffic.sent
        .filter(({ address }) => isNetwork(address))
        .map((request): NetworkRequest => ({ address: request.address, from: isOurs(request) ? 'extension' : 'page' })),
    shadowRoot,
    async stopWorker() {
      const [page] = await browser.pages();
      const session = await page?.createCDPSession();
      await session?.send('ServiceWorker.enable');
      const stopped = new Promise<void>((resolve) => {
        session?.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          const ours = versions.filter(({ scriptURL }) => scriptURL.startsWith(base));
          if (ours.some(({ runningStatus }) => runningStatus === 'stopped')) resolve();
        });
      });
      await session?.send('ServiceWorker.stopAllWorkers');
      await soon(stopped, 'stopping the worker');
      await session?.detach();
      // When the worker starts again it waits for whoever listens to it; this word is kept for then.
      for (const worker of traffic.workers) worker.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
    },
    extensionErrors: async () => traffic.errors.filter(isOurs).map(({ message }) => message),
    inBackground: evaluate,
    // The worker's own events take what the browser would send: a headless window has no keys of its own, and no menu.
    async command(name) {
      await evaluate(`chrome.commands.onCommand.dispatch(${JSON.stringify(name)})`);
    },
    async chooseMenu(selectionText, frameId) {
      const info = JSON.stringify({ menuItemId: 'define', selectionText, frameId, editable: false });
      await evaluate(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) =>
          chrome.contextMenus.onClicked.dispatch(${info}, tab))`,
      );
    },
    collectGarbage: (page) => clientOf(page.mainFrame()).send('HeapProfiler.collectGarbage'),
    async forceColours(page, isOn) {
      const features = [{ name: 'forced-colors', value: isOn ? 'active' : 'none' }];
      await clientOf(page.mainFrame()).send('Emulation.setEmulatedMedia', { features });
    },
    async preferColours(page, scheme) {
      const features = [{ name: 'prefers-color-scheme', value: scheme }];
      await clientOf(page.mainFrame()).send('Emulation.setEmulatedMedia', { features });
    },
    async openPopup(press, path) {
      const before = new Set(browser.targets());
      await press();
      const target = await until(
        () => browser.targets().find((each) => !before.has(each) && each.url() === base + path),
        'the popup to open',
      );
      return target.asPage();
    },
  };
}

/** Chromium disables an unpacked extension when it is loaded a second time, unless developer mode is on. */
async function allowReloading(profile: string): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = JSON.stringify({ extensions: { ui: { developer_mode: true } } });
  // A profile that has been used before keeps what it has.
  await writeFile(join(profile, 'Default', 'Preferences'), preferences, { flag: 'wx' }).catch(() => undefined);
}

type Seen<T> = T & { sources: string[] };

/** Listens to every page, frame and worker from before its first line runs. */
async function watch(browser: Browser) {
  const sent: Seen<{ address: string }>[] = [];
  const errors: Seen<{ message: string }>[] = [];
  const workers = new Set<CDPSession>();
  const known = new Set<string>();

  /** Several sessions may be given the same target; the first one listens. */
  async function listen(session: CDPSession, target: Protocol.Target.TargetInfo): Promise<void> {
    const { targetId, url: from, type } = target;
    if (type === 'service_worker') workers.add(session);
    if (known.has(targetId)) return;
    known.add(targetId);
    session.on('Network.requestWillBeSent', ({ request: { url: address }, documentURL, initiator }) => {
      sent.push({ address, sources: [from, documentURL, ...scriptsIn(initiator.stack)] });
    });
    session.on('Network.webSocketCreated', ({ url: address, initiator }) => {
      sent.push({ address, sources: [from, ...scriptsIn(initiator?.stack)] });
    });
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, url = '', stackTrace } }) => {
      errors.push({ message: exception?.description ?? text, sources: [from, url, ...scriptsIn(stackTrace)] });
    });
    await Promise.all([session.send('Network.enable'), session.send('Runtime.enable')]);
  }

  async function attach(parent: CDPSession): Promise<void> {
    parent.on('Target.attachedToTarget', async ({ sessionId, targetInfo }) => {
      const session = parent.connection()?.session(sessionId);
      if (!session) return;
      // A target may be gone before it answers.
      await Promise.allSettled([
        listen(session, targetInfo),
        attach(session),
        session.send('Runtime.runIfWaitingForDebugger'),
      ]);
    });
    await parent.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  }

  await attach(await browser.target().createCDPSession());
  return { sent, errors, workers };
}

const scriptsIn = (stack: Protocol.Runtime.StackTrace | undefined): string[] =>
  stack ? [...stack.callFrames.map(({ url }) => url), ...scriptsIn(stack.parent)] : [];

/** Puppeteer's own parts that its types do not show. */
type Inner = {
  client: CDPSession;
  mainRealm(): { adoptBackendNode(id: number): Promise<ElementHandle<ShadowRoot>> };
};

const clientOf = (frame: Frame) => (frame as unknown as Inner).client;

async function shadowRoot(host: ElementHandle<Element>, frame: Frame): Promise<ElementHandle<ShadowRoot> | undefined> {
  const inner = frame as unknown as Inner;
  const { objectId } = host.remoteObject();
  if (!objectId) return undefined;
  const { node } = await inner.client.send('DOM.describeNode', { objectId, depth: 1, pierce: true });
  const [root] = node.shadowRoots ?? [];
  return root && inner.mainRealm().adoptBackendNode(root.backendNodeId);
}
