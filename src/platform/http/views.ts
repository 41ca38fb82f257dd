import fs from 'node:fs';
import path from 'node:path';
import ejs, { type TemplateFunction } from 'ejs';
import { trusted, type Html } from '../html/html';
import { strictValues } from './strict';

/**
 * Every view and the data it is given. Each section adds its own lines:
 *
 *   declare module '../../platform/http/views' {
 *     interface Views { 'blog/post': { title: string; authors: Author[] } }
 *   }
 *
 * Use null, not optional keys: a view can then rely on every name being there.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by declaration merging
export interface Views {}

export type ViewName = keyof Views & string;

/** Compiles and keeps the EJS files of one or more folders; the first folder that has a view wins. */
export class Templates {
  private readonly compiled = new Map<string, TemplateFunction>();

  constructor(private readonly options: { folders: readonly string[]; strict: boolean; cache: boolean }) {}

  /** Wrong or missing data does not compile; outside production reading a property that is not there throws. */
  render<Name extends ViewName>(name: Name, data: Views[Name]): Html {
    return this.renderUnchecked(name, data);
  }

  private renderUnchecked(name: string, data: object): Html {
    const values = this.options.strict ? strictValues(data, name) : data;
    return trusted(this.template(name)(values));
  }

  private template(name: string): TemplateFunction {
    const known = this.compiled.get(name);
    if (known) return known;

    const filename = this.find(name);
    const template = ejs.compile(fs.readFileSync(filename, 'utf8'), { filename, root: [...this.options.folders], views: [...this.options.folders], rmWhitespace: true, cache: this.options.cache });
    if (this.options.cache) this.compiled.set(name, template);
    return template;
  }

  private find(name: string): string {
    const filename = this.options.folders.map((folder) => path.join(folder, `${name}.ejs`)).find((file) => fs.existsSync(file));
    if (!filename) throw new Error(`There is no view ${name}`);
    return filename;
  }
}
