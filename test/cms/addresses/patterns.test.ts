import { compileRules, matchesOf, matchQuery, type AddressRule, type Match } from '../../../src/cms/addresses/patterns';
import { problemOfRule } from '../../../src/cms/addresses/rule-problems';

const RULE: AddressRule = { kind: 'pattern', pattern: '/x', query: {}, status: 301, target: '/y/', reason: null, standsIn: false };
const pattern = (from: string, target: string, more: Partial<AddressRule> = {}): AddressRule => ({ ...RULE, pattern: from, target, ...more });
const prefix = (from: string, target: string): AddressRule => pattern(from, target, { kind: 'prefix' });
const gone = (from: string, reason: string): AddressRule => ({ ...RULE, pattern: from, status: 410, target: null, reason });

function all(rules: readonly AddressRule[], path: string, { query = '', standsIn = false } = {}): Match[] {
  return [...matchesOf(compileRules(rules), { path, query }, { standsIn })];
}

const first = (rules: readonly AddressRule[], path: string, query = ''): string | undefined => {
  const [match] = all(rules, path, { query });
  return match && ('to' in match ? match.to : match.reason);
};

describe('captures', () => {
  test.each<[rule: [string, string], path: string, to: string | undefined]>([
    [['/wg/{wg}', 'https://d.example/{wg}/'], '/wg/tls', 'https://d.example/tls/'],
    [['/wg/{wg}', 'https://d.example/{wg}/'], '/wg/TLS', 'https://d.example/tls/'],
    [['/l/{list}', 'https://d.example/{list}/'], '/l/I-D-Announce', 'https://d.example/i-d-announce/'],
    [['/n/{name}', '/m/{name}/'], '/n/TLS', '/m/TLS/'],
    [['/c/{wg}-charter.html', '/g/{wg}/'], '/c/i-c-charter.html', '/g/i-c/'],
    [['/c/{wg}-charter.html', '/g/{wg}/'], '/c/tls.html', undefined],
    [['/wg/{wg}', '/g/{wg}/'], '/wg/tls/charter', undefined],
    [['/wg/{wg}', '/g/{wg}/'], '/wg/caf\u00e9', undefined],
    [['/wg/{wg}', '/g/{wg}/'], '/wg/a b', undefined],
    [['/wg/{wg}', '/g/{wg}/'], '/wg/a@evil.example', undefined],
    [['/wg/{wg}', '/g/{wg}/'], '/wg/a.b_c-d+e', '/g/a.b_c-d+e/'],
    [['/rfc/rfc{n:int}', 'https://r.example/rfc{n}'], '/rfc/rfc0822', 'https://r.example/rfc822'],
    [['/rfc/rfc{n:int}', 'https://r.example/rfc{n}'], '/rfc/rfc0', 'https://r.example/rfc0'],
    [['/rfc/rfc{n:int}', 'https://r.example/rfc{n}'], '/rfc/rfcNNNN', undefined],
    [['/rfc/rfc{n:int}', 'https://r.example/rfc{n}'], '/rfc/rfc', undefined],
    [['/p/IETF{nn:num}.pdf', '/p/{nn}.pdf'], '/p/IETF01.pdf', '/p/01.pdf'],
    [['/r/{n:int}.{ext:txt|html}', 'https://r.example/{n}.{ext}'], '/r/1.html', 'https://r.example/1.html'],
    [['/r/{n:int}.{ext:txt|html}', 'https://r.example/{n}.{ext}'], '/r/1.pdf', undefined],
    [['/r/{n:int}.{ext:txt|html}', 'https://r.example/{n}.{ext}'], '/r/1Xtxt', undefined],
    [['/m/{n:1-121}', 'https://m.example/{n}'], '/m/121', 'https://m.example/121'],
    [['/m/{n:1-121}', 'https://m.example/{n}'], '/m/007', 'https://m.example/7'],
    [['/m/{n:1-121}', 'https://m.example/{n}'], '/m/122', undefined],
    [['/m/{n:1-121}', 'https://m.example/{n}'], '/m/0', undefined],
    [['/chairs/{rest:path}', 'https://c.example/'], '/chairs', 'https://c.example/'],
    [['/chairs/{rest:path}', 'https://c.example/'], '/chairs/a/b.html', 'https://c.example/'],
    [['/chairs/{rest:path}', 'https://c.example/'], '/chairsx', undefined],
    [['/chairs/{rest:path}', 'https://c.example/{rest}'], '/chairs/a/b.html', 'https://c.example/a/b.html'],
    [['/wg/{wg}/{rest:path}', '/g/{wg}/'], '/wg/l2vpn/charter/old', '/g/l2vpn/'],
    [['/a/{x}/', '/b/{x}/#top'], '/a/1', '/b/1/#top'],
    [['/a.b/{x}', '/b/{x}/'], '/aXb/1', undefined],
  ])('%j on %s: %s', ([from, target], path, to) => {
    expect(first([pattern(from, target)], path)).toBe(to);
  });

  test('a long address with many captures side by side is decided at once', () => {
    const rule = pattern('/{a}-{b}-{c}.html', '/{a}/');
    const begin = performance.now();
    expect(first([rule], `/${'a-'.repeat(2_000)}`)).toBeUndefined();
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

describe('prefixes', () => {
  const rules = [prefix('/topics/', '/technologies/'), prefix('/topics/deep/', 'https://d.example/x/')];

  test.each<[path: string, to: string | undefined]>([
    ['/topics', '/technologies/'],
    ['/topics/iot', '/technologies/iot/'],
    ['/topics/iot/paper.pdf', '/technologies/iot/paper.pdf'],
    ['/topics/a b/ü', '/technologies/a%20b/%C3%BC/'],
    ['/topicsx', undefined],
    ['/topics/deep/er', 'https://d.example/x/er/'],
    ['/TOPICS/Iot', '/technologies/Iot/'],
  ])('%s: %s', (path, to) => {
    expect(first(rules, path)).toBe(to);
  });

  test('what is gone is gone with all that stood below it', () => {
    expect(first([{ ...gone('/old', 'Put aside.'), kind: 'prefix' }], '/old/2009/a b.html')).toBe('Put aside.');
  });
});

describe('the order', () => {
  test('patterns come before prefixes, and in their own order', () => {
    const rules = [prefix('/a', '/prefix/'), pattern('/a/{x}', '/first/'), pattern('/a/b', '/second/')];
    expect(all(rules, '/a/b')).toMatchObject([{ to: '/first/' }, { to: '/second/' }, { to: '/prefix/b/' }]);
  });

  test('the spelling as written comes before the others, and no rule answers twice', () => {
    const rules = [pattern('/IESG/{x}', '/capitals/'), pattern('/iesg/{x}', '/small/')];
    expect(all(rules, '/iesg/y')).toMatchObject([{ to: '/small/' }, { to: '/capitals/' }]);
  });

  test('rules that stand in for a tree are asked for by themselves', () => {
    const rules = [pattern('/p/{x}', '/tree/', { standsIn: true }), pattern('/p/{x}', '/rule/')];
    expect(all(rules, '/p/1')).toMatchObject([{ to: '/rule/' }]);
    expect(all(rules, '/p/1', { standsIn: true })).toMatchObject([{ to: '/tree/' }]);
  });
});

describe('queries that a rule does not name', () => {
  test.each<[target: string, query: string, to: string]>([
    ['/y/', '?a=1&b=%2F', '/y/?a=1&b=%2F'],
    ['/y/#part', '?a=1', '/y/?a=1#part'],
    ['https://d.example/', '?a=1', 'https://d.example/'],
  ])('target %s, query %s: %s', (target, query, to) => {
    expect(first([pattern('/x', target)], '/x', query)).toBe(to);
  });
});

describe('rules about queries', () => {
  const D = { date_from: '{date_from}', date_to: '{date_to}' };
  const T = 'topic={topic}&date_from={date_from}&date_to={date_to}';
  const rules = compileRules([
    pattern('/blog/', `/statements/?${T}`, { kind: 'exact-query', query: { primary_topic: '7', secondary_topic: '{topic}', ...D } }),
    pattern('/blog/', '/blog/', { kind: 'exact-query', query: { primary_topic: '{id:int}', ...D } }),
    pattern('/blog/{post}/', '/blog/{topic}/?date_from={date_from}', { kind: 'exact-query', query: { topic: '{topic:int}', date_from: '{date_from}' } }),
  ]);
  const to = (path: string, query: string): string | undefined => {
    const match = matchQuery(rules, { path, query });
    return match && 'to' in match ? match.to : undefined;
  };

  test.each<[path: string, query: string, to: string | undefined]>([
    ['/blog', '?primary_topic=7&secondary_topic=20&date_from=01/02/2019&date_to=28/02/2019', '/statements/?topic=20&date_from=01/02/2019&date_to=28/02/2019'],
    ['/blog', '?date_from=01%2F02%2F2019&primary_topic=7', '/statements/?date_from=01/02/2019'],
    ['/blog', '?primary_topic=7', '/statements/'],
    ['/blog', '?primary_topic=5', '/blog/'],
    ['/blog', '?primary_topic=5&utm=%C3%BC', '/blog/?utm=%C3%BC'],
    ['/blog', '?primary_topic=7&secondary_topic=%3Cscript%3E', '/statements/'],
    ['/blog', '?primary_topic=x', undefined],
    ['/blog', '?date_from=01/02/2019', undefined],
    ['/blog', '', undefined],
    ['/Blog', '?primary_topic=5', '/blog/'],
    ['/blog/post', '?topic=03', '/blog/3/'],
    ['/blog/post', '?topic=iab', undefined],
    ['/blog/post/deeper', '?topic=3', undefined],
    ['/blog', '?primary_topic=%E0%A4%A', undefined],
  ])('%s%s: %s', (path, query, expected) => {
    expect(to(path, query)).toBe(expected);
  });
});

describe('a rule is refused', () => {
  test.each<[name: string, rule: AddressRule, problem: RegExp]>([
    ['whose host is the reader’s', pattern('/r/{x}', 'https://{x}/'), /host name/],
    ['whose host is half the reader’s', pattern('/r/{x}', 'https://www.{x}.org/'), /host name/],
    ['with a target of no scheme', pattern('/r/{x}', '//evil.example/'), /neither a path/],
    ['with a script as target', pattern('/r', 'javascript://x'), /neither a path/],
    ['with a capture from nowhere', pattern('/r/{x}', '/y/{z}/'), /\{z\}/],
    ['with a capture twice', pattern('/r/{x}/{x}', '/y/'), /two captures/],
    ['with broken braces', pattern('/r/{x', '/y/'), /braces/],
    ['for the home page', pattern('/', '/y/'), /not a path/],
    ['with a query in its path', pattern('/x?y=1', '/y/'), /not a path/],
    ['as a prefix with captures', prefix('/r/{x}', '/y/'), /no captures/],
    ['that is gone without a reason', gone('/x', ' '), /reason/],
    ['that leads nowhere', { ...RULE, target: null }, /target/],
    ['whose query need not be there', pattern('/x', '/y/', { kind: 'exact-query', query: { a: '{a}' } }), /required/],
  ])('%s', (_name, rule, problem) => {
    expect(problemOfRule(rule)).toMatch(problem);
  });

  test('and those that lead somewhere are not', () => {
    const fine = [pattern('/l/{list}', 'list:{list}'), pattern('/w/{wg}/{r:path}', 'https://d.example/{wg}/?q={r}'), prefix('/a/', '/b/'), gone('/x', 'Put aside.')];
    expect(fine.map(problemOfRule)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
