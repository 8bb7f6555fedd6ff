/** The options page: hands the browser's parts to its view. */
import { browser } from 'wxt/browser';
import { mountPage } from '../../components/mount-page.tsx';
import { textsFrom } from '../../components/texts.ts';
import { sender, type ToBackground } from '../../content/messages.ts';
import '../../components/page.css';
import '../../components/sheet.css';
import { Options } from './Options.tsx';

mountPage(
  <Options
    send={sender<ToBackground>((message) => browser.runtime.sendMessage(message))}
    // Firefox for Android has no commands.
    listShortcuts={async () => (await browser.commands?.getAll()) ?? []}
    version={browser.runtime.getManifest().version}
  />,
  'optionsTitle',
  textsFrom((key, values) => browser.i18n.getMessage(key, values)),
);
