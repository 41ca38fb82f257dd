import { dayIn, formatMonth } from '../../platform/dates';
import { encodePath } from '../../cms/addresses/path';
import { view, type Answer, type ShowContext } from '../../cms/page-type';
import { urlOf } from '../../cms/pages/page';
import { authorUrl } from '../blog/addresses';
import { dateText } from '../listings/dates';
import { rowUrl } from '../listings/row';
import { groupUrl, type Group } from '../standards/group';
import { initialsOf } from './person';
import { personData } from './person-data';
import { findRoleHolder, listPostsBy } from './queries';
import { isCurrent, type PersonRole } from './role';
import type { RoleView } from './views';

/** The newest, beside the link to all. */
const POSTS = 5;

/**
 * Somebody's own page; null for who holds no role or is hidden. Invented people are not for search engines: what would be
 * found there is nobody.
 */
export async function showPerson({ db, now, site, page }: ShowContext<unknown>, slug: string): Promise<Answer> {
  const person = await findRoleHolder(db, slug);
  if (!person) return null;

  const { name, role, about, invented, roles } = person;
  const posts = await listPostsBy(db, { siteId: site.id, slug, now, limit: POSTS });
  const blog = posts[0]?.blog ?? null; // of several blogs, the one they wrote for last
  const today = dayIn(site.timeZone, now);
  return view('people/person', {
    name, initials: initialsOf(name), role, about, invented,
    current: roles.filter((one) => isCurrent(one, today)).map(roleView),
    past: roles.filter((one) => !isCurrent(one, today)).map(roleView),
    posts: posts.map((row) => ({ title: row.title, url: rowUrl(row), date: dateText(dayIn(site.timeZone, row.date)) })),
    postsUrl: blog && authorUrl(urlOf(encodePath(blog)), slug),
    people: { title: page.title, url: urlOf(encodePath(page.path)) },
  }, {
    title: name, description: [role ?? name, about].filter((part) => part !== null).join('. '), noindex: invented,
    structuredData: [personData(site, page, person, today)],
  });
}

function roleView({ title, body, group, startedOn, endedOn }: PersonRole): RoleView {
  return { title, body, group: group && { name: nameOfGroup(group), url: groupUrl(group.acronym) }, time: timeOf(startedOn, endedOn) };
}

/** "Security" alone would read as a subject. */
function nameOfGroup({ type, name }: Group): string {
  return type === 'Area' ? `${name} Area` : name;
}

function timeOf(startedOn: string | null, endedOn: string | null): string | null {
  if (startedOn === null) return endedOn && `until ${formatMonth(endedOn)}`;
  return endedOn === null ? `since ${formatMonth(startedOn)}` : `${formatMonth(startedOn)} – ${formatMonth(endedOn)}`;
}
