import fs from 'node:fs';
import path from 'node:path';
import { execSync } from 'node:child_process';
import { Templates } from './src/platform/http/views';
import { createRenderer } from './src/cms/references/content-renderer';
import { blocks } from './src/cms/fields/blocks';
import { standardBlocks } from './src/cms/blocks/index';
import { portable, countedIds } from './src/cms/portable';
import { assignAnchors } from './src/cms/rich-text/anchors';
import { contentTexts } from './src/cms/content';
const templates = new Templates({ folders: [path.resolve('views')], strict: true, cache: true });
const kind = (k: string, bib: boolean, label: (x: string) => string) => ({ kind: k, label: k, inline: 'chip' as const, bibliographic: bib, parseKey: (x: string) => x, select: null, target: (key: string) => ({ kind: k, key, label: label(key), title: 'Title of ' + key, url: `/x/${key}/`, detail: null, data: null, inner: [] }) });
const kinds = new Map([kind('rfc', true, (x) => `RFC ${x}`), kind('bcp', true, (x) => `BCP ${x}`), kind('group', false, (x) => x), kind('term', false, (x) => x), kind('page', false, (x) => x), kind('draft', true, (x) => x)].map((k) => [k.kind, k]));
const field = blocks({ label: 'B', types: standardBlocks });
let out = '';
const targets = new Map();
let total = 0;
const t0 = Date.now();
for (const f of execSync('find seeds -name page.json').toString().trim().split('\n')) {
  const page = JSON.parse(fs.readFileSync(f, 'utf8'));
  for (const name of ['keyInfo', 'inDepth', 'body', 'roomRates']) {
    if (!Array.isArray(page.content[name])) continue;
    try {
      let value = field.fromPortable(page.content[name], portable(countedIds(), name));
      const res = field.schema.safeParse(value); if (!res.success) console.log(f, JSON.stringify(res.error.issues));
      value = assignAnchors({ v: field }, { v: value }).v;
      field.mapReferences(value, (u) => { const [k, rest] = [u.slice(0, u.indexOf(':')), u.slice(u.indexOf(':') + 1).replace(/#.*/, '')]; const kk = kinds.get(k); if (kk) targets.set(`${k}:${rest}`, kk.target(rest)); return u; });
      const render = createRenderer({ targets, kinds, templates, baseUrl: 'http://localhost' });
      out += `<!-- ${f} ${name} -->\n` + render.blocks(value) + '\n';
      out += '<!-- MD\n' + value.map((b) => standardBlocks.find((t) => t.type === b.type)!.markdown(b.value, render)).join('\n\n') + '\n-->\n';
      total += value.length; field.texts(value);
    } catch (e) { console.log(f, name, e); }
  }
}
console.log(total, Date.now() - t0);
fs.writeFileSync('/tmp/out.html', out);
