/** What the two browsers do each in its own way; everything else of the driver is the same for both. */
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export type EngineOptions = {
  /** The built extension. */
  extension: string;
  /** The browser's files, kept when the test names a folder and thrown away otherwise. */
  profile: string;
  headless: boolean;
  /** The port of the loopback proxy that answers for every host but loopback; absent: the real network. */
  proxy?: number;
};

/** A request that a page or the extension made over the network. The browser's own are left out. */
export type NetworkRequest = { address: string; from: 'page' | 'extension' };

export type Engine = {
  browser: Browser;
  /** Address of the extension's root, with the last slash. */
  base: string;
  requests(): Promise<NetworkRequest[]>;
  /** The shadow root of a host, even a closed one, as the page's own world sees it. */
  shadowRoot(host: ElementHandle<Element>, frame: Frame): Promise<ElementHandle<ShadowRoot> | undefined>;
  /** Ends the background script, as the browser does when it has been idle. */
  stopWorker(): Promise<void>;
  /** Uncaught errors of the background script and the extension's pages. */
  extensionErrors(): Promise<string[]>;
  /** Fires a keyboard command, as its keys do. */
  command(name: string): Promise<void>;
  /** Chooses our line of the context menu, for words selected in a frame. */
  chooseMenu(selected: string, frameId: number): Promise<void>;
  /** Evaluates inside the background script, where the browser lets it be reached by itself. */
  inBackground?: (source: string) => Promise<unknown>;
  /** Throws away, now, whatever a page no longer holds. */
  collectGarbage(page: Page): Promise<void>;
  /** Shows a page in the colours of the reader's system alone, or no longer so. */
  forceColours(page: Page, isOn: boolean): Promise<void>;
  /** Shows a page as to a reader who prefers light or dark colours. */
  preferColours(page: Page, scheme: 'light' | 'dark'): Promise<void>;
  /** Presses the toolbar button; the popup as a page, where the browser lets it be driven. */
  openPopup(press: () => Promise<unknown>, path: string): Promise<Page | undefined>;
};

/** Requests for a site's icon come when the browser likes, and from nobody's script. */
export const isNetwork = (address: string) => /^(https?|wss?):/.test(address) && !address.endsWith('/favicon.ico');
