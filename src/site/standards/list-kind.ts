import { z } from 'zod';
import type { ReferenceKind } from '../../cms/reference-kind';

const rowSchema = z.object({ address: z.string(), group: z.string() });

/** Whose lists the list server of the IETF keeps; other groups' lists are elsewhere, and we do not know where. */
const DOMAINS = ['ietf.org', 'iab.org', 'irtf.org', 'rfc-editor.org'];

/** `list:tls`: the mailing list of a group we know, by the part of its address before the @. */
export const listKind: ReferenceKind = {
  kind: 'list',
  label: 'Mailing list',
  inline: 'link',
  bibliographic: false,
  parseKey(key) {
    const name = key.toLowerCase();
    return /^[a-z0-9][a-z0-9._+-]{0,99}$/.test(name) ? name : undefined;
  },
  select: {
    sql: `select 'list' as kind, split_part(lower(g.list_email), '@', 1) as key, jsonb_build_object('address', lower(min(g.list_email)), 'group', min(g.name)) as data
      from groups g
      where split_part(lower(g.list_email), '@', 1) = any(?::text[]) and split_part(lower(g.list_email), '@', 2) = any(?::text[])
      group by 1, 2`,
    bindings: (keys) => [keys, DOMAINS],
  },
  target(key, row) {
    const { address, group } = rowSchema.parse(row);
    return { kind: 'list', key, label: address, title: `Mailing list of ${group}`, url: `https://mailman3.ietf.org/mailman3/lists/${address}/`, detail: null, data: null, inner: [] };
  },
};
