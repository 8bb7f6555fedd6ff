/** The knowledge files on disk, for the build and for `npm run knowledge`. */
import { readdirSync, readFileSync } from 'node:fs';
import type { KnowledgeFile } from '../content/knowledge.ts';

const knowledgeFolder = new URL('../content/knowledge/', import.meta.url);

export const knowledgeFiles = (folder: URL = knowledgeFolder): KnowledgeFile[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(yaml|svg)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
