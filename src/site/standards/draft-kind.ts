import type { ReferenceKind } from '../../cms/reference-kind';
import type { Source } from '../../cms/references/source';
import { draftCompletion } from './standards-completion';
import { draftSearch } from '../search/rfc-search';

/** Names as in "Guidelines to Authors of Internet-Drafts": lower case letters, digits and hyphens, from `draft-` on. */
const NAME = /^draft(-[a-z0-9]+){2,}$/;

/** `draft:draft-ietf-quic-ack-frequency`. The Datatracker has every draft there ever was, so none is looked up. */
export const draftKind: ReferenceKind = {
  kind: 'draft',
  label: 'Internet-Draft',
  inline: 'chip',
  bibliographic: true,
  parseKey(key) {
    const name = key.toLowerCase();
    return NAME.test(name) && name.length <= 255 ? name : undefined;
  },
  search: draftSearch,
  select: null,
  complete: draftCompletion,
  target(key) {
    const data: Source = { tag: key, authors: null, date: null, detail: 'Internet-Draft, work in progress' };
    return { kind: 'draft', key, label: key, title: null, url: `https://datatracker.ietf.org/doc/${key}/`, detail: 'Internet-Draft', data, inner: [] };
  },
};
