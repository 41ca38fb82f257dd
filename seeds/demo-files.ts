import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../src/platform/root';

export const DEMO = path.join(ROOT, 'seeds', 'demo');

/** A JSON file below `seeds/demo`. What it holds is checked by whoever reads it. */
export function readJson(file: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(DEMO, file), 'utf8')) as unknown;
}

export function readBytes(file: string): Buffer {
  return fs.readFileSync(path.join(DEMO, file));
}
