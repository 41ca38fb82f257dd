import { z } from 'zod';
import { fromPortableImage, type ImageValue } from '../fields/image';
import { NO_COMMON_FIELDS, type CommonFields } from './page';

const image = z.strictObject({ ref: z.string(), alt: z.string().nullable(), decorative: z.boolean() }).nullable();
const day = z.iso.date('Write the day as 2025-03-15.');

/** What the columns `revisions.common` holds: checked on every write, so that reading can rely on it. */
export const commonFieldsSchema: z.ZodType<CommonFields> = z.strictObject({
  seoTitle: z.string().max(255).nullable(),
  description: z.string().max(500).nullable(),
  socialText: z.string().max(255).nullable(),
  socialImage: image,
  feedImage: image,
  showInMenus: z.boolean(),
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'A language is written as in BCP 47: en, pt-BR.'),
  status: z.enum(['current', 'superseded', 'archived']),
  successor: z.string().nullable(),
  statusNote: z.string().max(500).nullable(),
  updatedOn: day.nullable(),
  hideToc: z.boolean(),
  hideTerms: z.boolean().default(false),
});

const portableSchema = z.object({
  seoTitle: z.string().nullish(), description: z.string().nullish(), socialText: z.string().nullish(),
  socialImage: z.unknown(), feedImage: z.unknown(), showInMenus: z.boolean().optional(), lang: z.string().optional(),
  status: z.enum(['current', 'superseded', 'archived']).optional(), successor: z.string().nullish(), statusNote: z.string().nullish(),
  updatedOn: z.string().nullish(), hideToc: z.boolean().optional(), hideTerms: z.boolean().optional(),
});

/** From a page.json; what it leaves out has the value of a new page. */
export function commonFieldsFromPortable(values: unknown): CommonFields {
  const { socialImage, feedImage, ...given } = portableSchema.parse(values);
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return commonFieldsSchema.parse({
    ...NO_COMMON_FIELDS, ...known, socialImage: fromPortableImage(socialImage ?? null), feedImage: fromPortableImage(feedImage ?? null),
  });
}

/** Every reference outside the type's own content, for the references table and for resolving. */
export function commonReferences({ socialImage, feedImage, successor }: CommonFields): string[] {
  return [socialImage?.ref, feedImage?.ref, successor].filter((uri): uri is string => typeof uri === 'string');
}

export function mapCommonReferences(common: CommonFields, change: (uri: string) => string): CommonFields {
  const mapped = (value: ImageValue | null): ImageValue | null => value && { ...value, ref: change(value.ref) };
  return {
    ...common,
    socialImage: mapped(common.socialImage),
    feedImage: mapped(common.feedImage),
    successor: common.successor && change(common.successor),
  };
}
