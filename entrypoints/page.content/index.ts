import tables from 'virtual:tables';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readTables } from '../../content/tables.ts';
import './marks.css';

export default defineContentScript({
  matches: ['<all_urls>'],
  registration: 'runtime',
  cssInjectionMode: 'manual',
  main() { console.log(readTables(tables)) },
});
