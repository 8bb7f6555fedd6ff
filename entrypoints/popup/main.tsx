/** The toolbar popup: hands the browser's parts to its view. */
import { browser } from 'wxt/browser';
import { mountPage } from '../../components/mount-page.tsx';
import { textsFrom } from '../../components/texts.ts';
import type { Knowledge } from '../../content/glossary.ts';
import { sender, type ToBackground } from '../../content/messages.ts';
import '../../components/page.css';
import '../../components/card.css';
import './popup.css';
import { Popup } from './Popup.tsx';

const fetchKnowledge = async (): Promise<Knowledge> => (await fetch('/knowledge.json')).json();

/** About what the window's frame and the toolbar take of the screen's height, in pixels. */
const aboveThePopup = 100;

// Where the popup is higher than the room below the toolbar, it would scroll as a whole and within.
document.documentElement.style.setProperty('--room', `${screen.availHeight - aboveThePopup}px`);

mountPage(
  <Popup
    send={sender<ToBackground>((message) => browser.runtime.sendMessage(message))}
    fetchKnowledge={fetchKnowledge}
    openOptions={() => browser.runtime.openOptionsPage()}
    close={() => window.close()}
  />,
  'name',
  textsFrom((key, values) => browser.i18n.getMessage(key, values)),
);
