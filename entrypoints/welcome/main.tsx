/** The welcome page: hands the browser's parts to its view, and lets the page script mark its sample. */
import { browser } from 'wxt/browser';
import { mountPage } from '../../components/mount-page.tsx';
import { textsFrom } from '../../components/texts.ts';
import { sender, type ToBackground } from '../../content/messages.ts';
import '../../components/page.css';
import '../../components/sheet.css';
import { Welcome } from './Welcome.tsx';

mountPage(
  <Welcome
    send={sender<ToBackground>((message) => browser.runtime.sendMessage(message))}
    // Firefox for Android has no commands.
    listShortcuts={async () => (await browser.commands?.getAll()) ?? []}
  />,
  'welcomeTitle',
  textsFrom((key, values) => browser.i18n.getMessage(key, values)),
);

// The same files that the browser puts into pages. Named here, so that the build leaves them alone.
const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/content-scripts/page.css' });
const script = Object.assign(document.createElement('script'), { src: '/content-scripts/page.js' });
document.head.append(style, script);
