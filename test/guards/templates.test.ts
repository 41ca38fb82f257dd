import fs from 'node:fs';
import path from 'node:path';
import ejs from 'ejs';
import { ROOT } from '../../src/platform/root';

const LONGEST = 120;
const views = path.join(ROOT, 'views');
const files = (fs.readdirSync(views, { recursive: true }) as string[]).filter((file) => file.endsWith('.ejs')).sort();
const read = (file: string) => fs.readFileSync(path.join(views, file), 'utf8');

test('there are views to look at', () => {
  expect(files.length).toBeGreaterThan(0);
});

describe.each(files)('%s', (file) => {
  test('compiles', () => {
    expect(() => ejs.compile(read(file), { filename: path.join(views, file), root: [views], views: [views] })).not.toThrow();
  });

  test(`has at most ${LONGEST} lines`, () => {
    expect(read(file).split('\n').length - 1).toBeLessThanOrEqual(LONGEST);
  });

  test('has no inline style, script or handler, which the content security policy would refuse', () => {
    const markup = read(file).replace(/<%[\s\S]*?%>/g, '');
    expect(markup).not.toMatch(/<style\b/i);
    expect(markup).not.toMatch(/\sstyle\s*=/i);
    expect(markup).not.toMatch(/\son[a-z]+\s*=\s*["']/i);
    expect(markup.match(/<script\b(?![^>]*\bsrc=)(?![^>]*type="application\/(?:ld\+)?json")[^>]*>/gi) ?? []).toEqual([]);
  });
});
