import type { Wording } from '../../cms/search/terms';

/** Around what is asked for, in whole sentences. */
const QUESTIONS = [
  'a', 'about', 'an', 'and', 'are', 'at', 'by', 'can', 'do', 'does', 'find', 'for', 'from', 'get', 'how', 'i', 'in', 'is', 'it', 'me', 'my', 'of', 'on', 'or',
  'please', 'the', 'this', 'to', 'was', 'we', 'what', 'when', 'where', 'which', 'who', 'why', 'with', 'you', 'your',
];

/** What readers type, and what our pages write. */
export const wording: Wording = {
  synonyms: {
    email: ['mail'], 'e mail': ['mail'],
    newcomer: ['new participant'], newcomers: ['new participant'], beginner: ['new participant'], newbie: ['new participant'],
    join: ['participate', 'get started'], signup: ['subscribe'], register: ['registration'],
    donate: ['donation'], donation: ['donate'], fund: ['financial', 'finance', 'support'], funds: ['financial', 'finance', 'support'], funding: ['financial', 'finance', 'support'],
    sponsor: ['sponsorship'], patents: ['ipr', 'intellectual property'], patent: ['ipr', 'intellectual property'], ipr: ['intellectual property'],
    errata: ['erratum'], tao: ['informal guide'], notewell: ['note well'], wg: ['working group'], wgs: ['working group'], rg: ['research group'], bof: ['birds of a feather'],
    'i d': ['internet draft'], ids: ['internet draft'], drafts: ['internet draft'], rfp: ['request for proposals', 'rfps'], rfps: ['request for proposals'], 'request for proposals': ['rfp', 'rfps'], 'requests for proposals': ['rfp', 'rfps'],
    iot: ['internet of things'], dns: ['domain name system'], dnssec: ['dns security'], wifi: ['network'], cve: ['vulnerability'], vulnerability: ['vulnerabilities'],
    budget: ['financial'], budgets: ['financial'], visa: ['letter of invitation'], hotel: ['accommodation'], agenda: ['schedule'], fees: ['fee'], price: ['fee'],
  },
  weak: ['ietf', 'rfc', 'rfcs'],
  fillers: QUESTIONS,
};
