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

// The same files that the browser puts into pages. Named here, so that the build leaves them alone. Nothing may be
// brought into a page of the extension: the card script is here from the start, after the page script that it is for.
const style = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/content-scripts/page.css' });
const script = (src: string) => Object.assign(document.createElement('script'), { src, async: false });
document.head.append(style, script('/content-scripts/page.js'), script('/content-scripts/card.js'));
