import type { AddressRule } from './patterns';
import { captureNames, isTyped } from './template';

const HOST = /^https?:\/\/([^/?#]+)/;

/** What is wrong with a rule, as a sentence for whoever wrote it; undefined when it may be kept. Asked before saving. */
export function problemOfRule(rule: AddressRule): string | undefined {
  return problemOfPattern(rule) ?? problemOfQuery(rule) ?? (rule.status === 410 ? problemOfReason(rule) : problemOfTarget(rule, rule.target));
}

/** Captures side by side, or two that take the rest, have many ways to match: hard to read and slow to compare. */
function problemOfPattern({ kind, pattern }: AddressRule): string | undefined {
  if (!pattern.startsWith('/') || pattern === '/' || /[?#\s]|\/\//.test(pattern)) return `“${pattern}” is not a path of this site without query.`;
  if (/[{}]/.test(pattern.replace(/\{[a-z][a-z0-9_]*(?::[^{}]+)?\}/gi, ''))) return `“${pattern}” has braces that belong to no capture.`;
  if (/\}\{/.test(pattern)) return `“${pattern}” has two captures with nothing between them.`;
  if ((pattern.match(/:path\}/g)?.length ?? 0) > 1) return `“${pattern}” has more than one capture of the rest of a path.`;
  const names = captureNames(pattern);
  if (kind === 'prefix' && names.length > 0) return 'A prefix has no captures.';
  return new Set(names).size < names.length ? `“${pattern}” has two captures of one name.` : undefined;
}

/** A rule whose parameters are all optional would send every visitor of the page away. */
function problemOfQuery({ kind, query }: AddressRule): string | undefined {
  const values = Object.values(query);
  if (kind !== 'exact-query') return values.length > 0 ? 'Only a rule of the kind exact-query has a query.' : undefined;
  return values.some((text) => captureNames(text).length === 0 || isTyped(text)) ? undefined : 'At least one parameter must be required.';
}

function problemOfReason({ target, reason }: AddressRule): string | undefined {
  if (target !== null) return 'What is gone has no target.';
  return reason?.trim() ? undefined : 'What is gone needs a reason.';
}

/** Captures come from the reader: in the place of a host name they would send others wherever the reader likes. */
function problemOfTarget({ kind, pattern, query }: AddressRule, target: string | null): string | undefined {
  if (target === null || target === '') return 'A redirect needs a target.';
  const host = HOST.exec(target)?.[1];
  const isOwn = target.startsWith('/') && !target.startsWith('//');
  const isReference = /^[a-z][a-z0-9-]*:[^/]/.test(target);
  if (!isOwn && host === undefined && !isReference) return `“${target}” is neither a path of this site nor an address nor a reference.`;
  if (host !== undefined && /[{}@]/.test(host)) return `“${target}” has a capture in its host name.`;

  const known = new Set([...captureNames(pattern), ...Object.values(query).flatMap(captureNames)]);
  const unknown = kind === 'prefix' ? captureNames(target)[0] : captureNames(target).find((name) => !known.has(name));
  return unknown === undefined ? undefined : `“${target}” uses {${unknown}}, which is captured nowhere.`;
}
