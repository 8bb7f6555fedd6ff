import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { asciiScript } from './scripts/ascii-script.ts';
import { buildEngine } from './scripts/build-engine.ts';
import { buildKnowledge, compiledKnowledge } from './scripts/build-knowledge.ts';
import { plainPatterns } from './scripts/plain-patterns.ts';

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'edge', 'firefox'],
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus', 'webNavigation'],
    host_permissions: ['<all_urls>'],
    action: { default_title: '__MSG_name__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      next: { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_commandNext__' },
      previous: { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_commandPrevious__' },
      define: { suggested_key: { default: 'Alt+Shift+D' }, description: '__MSG_commandDefine__' },
      switch: { description: '__MSG_commandSwitch__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'bedside@bedside.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '134' }),
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      // The scripts of pages are registered, or brought in, at run time; nothing of ours may be loaded by pages.
      delete manifest.content_scripts;
      delete manifest.web_accessible_resources;
    },
    'build:publicAssets': (_wxt, files) => {
      files.push({ relativeDest: 'knowledge.json', contents: JSON.stringify(compiledKnowledge().file) });
    },
  },
  vite: () => ({
    plugins: [buildKnowledge(), buildEngine(), plainPatterns(), asciiScript()],
    build: { modulePreload: false },
    resolve: {
      alias: {
        // WXT's context announces itself to the page by name and can be ended from there: the page script has
        // a life of its own (entrypoints/page.content/take-over.ts).
        'wxt/utils/content-script-context': fileURLToPath(new URL('./scripts/no-context.ts', import.meta.url)),
      },
    },
  }),
});
