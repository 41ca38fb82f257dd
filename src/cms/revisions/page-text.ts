import type { z } from 'zod';
import { Unprocessable, type Problem } from '../../platform/http/errors';
import { draftSchema, emptyContent, parseContent, type Content } from '../content';
import { cleanLine, plainText } from '../fields/plain-text';
import { upgraded, type AnyPageType } from '../page-type';
import { commonFieldsSchema } from '../pages/common-fields';
import { NO_COMMON_FIELDS, type CommonFields } from '../pages/page';
import { assignAnchors } from '../rich-text/anchors';

/** What the editing form holds, whole: all that a revision or a working copy says. */
export interface PageText {
  title: string;
  slug: string;
  common: CommonFields;
  content: Record<string, unknown>;
}

/** As a revision or a working copy has it. */
export interface StoredText {
  readonly title: string;
  readonly slug: string;
  readonly common: CommonFields;
  readonly content: unknown;
  readonly contentVersion: number;
}

/** The text of a revision or a working copy, lifted to the type's current version. */
export function textOf(type: AnyPageType, stored: StoredText): PageText {
  return {
    title: stored.title, slug: stored.slug,
    common: { ...NO_COMMON_FIELDS, ...stored.common }, // fields that are younger than the revision
    content: upgraded(type, stored.content, stored.contentVersion) as Content,
  };
}

/** What the form of a page shows before anything of it was saved. */
export function startText(type: AnyPageType, { title, slug }: { title: string; slug: string }): PageText {
  return { title, slug, common: NO_COMMON_FIELDS, content: emptyContent(type.fields) };
}

const title = plainText().overwrite(cleanLine).max(255, 'A title has at most 255 characters.');
const slug = plainText().overwrite(cleanLine).max(255, 'A slug has at most 255 characters.');

/**
 * A text as it may be stored: incomplete perhaps, but of the type's shape, and every heading has its anchor.
 * @throws Unprocessable with every problem at once; fields as in `title`, `common.description`, `content.body.3.value.text`
 */
export function checkedText(type: AnyPageType, text: { title: string; slug: string; common: CommonFields; content: unknown }): PageText {
  const problems: Problem[] = [];
  const checked = {
    title: take(problems, 'title', title, text.title),
    slug: take(problems, 'slug', slug, text.slug),
    common: take(problems, 'common', commonFieldsSchema, text.common),
    content: take(problems, 'content', draftSchema(type.fields), text.content),
  };
  if (problems.length > 0) throw new Unprocessable(problems);
  return { ...(checked as PageText), content: assignAnchors(type.fields, checked.content!) };
}

function take<T>(problems: Problem[], name: string, schema: z.ZodType<T>, value: unknown): T | undefined {
  try {
    return parseContent(schema, value);
  } catch (error) {
    if (!(error instanceof Unprocessable)) throw error;
    problems.push(...error.problems.map(({ field, message }) => ({ field: field === '' ? name : `${name}.${field}`, message })));
    return undefined;
  }
}
