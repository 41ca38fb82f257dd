import { z } from 'zod';
import { dayIn } from '../../platform/dates';
import { encodePath } from '../../cms/addresses/path';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { urlOf, type LivePage } from '../../cms/pages/page';
import { inLowerCase } from '../listings/in-lower-case';
import { peopleSitemap } from './people-sitemap';
import { initialsOf } from './person';
import { showPerson } from './person-page';
import { listRoleHolders, type RoleHolder } from './queries';
import { bodyOf, isCurrent, type Body, type PersonRole } from './role';
import type { PeopleView, PersonInList } from './views';

/** Role holders, by body and Area, and below it a page for each. Their addresses for mail are nowhere in it (EXT-10). */
export const peoplePage = pageType({
  key: 'people',
  label: 'People',
  description: 'Everybody who holds a role, by body and Area, each with a page.',
  fields: { introduction: optional(text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' })) },
  version: 1,
  parents: 'any',
  children: [],
  listing: ({ introduction }) => ({ ...NO_LISTING, introduction }),
  async show({ db, now, site, page, content }) {
    const people = await listRoleHolders(db);
    return view('people/people', { introduction: content.introduction, bodies: bodiesOf(page, people, dayIn(site.timeZone, now)) });
  },
  sitemap: peopleSitemap,
  routes: [inLowerCase({ path: ':person/', query: z.object({}), show: (context, { params }) => showPerson(context, params['person']!) })],
  example: { introduction: 'The people who chair, edit, decide and help.' },
});

type Rank = Body['rank'];

/** Whoever serves two bodies stands under both; who served once and does no more stands under none. */
function bodiesOf(page: LivePage, people: readonly RoleHolder[], today: string): PeopleView['bodies'] {
  const bodies = new Map<string, { rank: Rank; people: Map<string, PersonInList> }>();
  for (const person of people) {
    for (const role of rolesOf(person).filter((one) => isCurrent(one, today))) {
      const { name, rank } = bodyOf(role);
      const body = bodies.get(name) ?? { rank, people: new Map<string, PersonInList>() };
      const listed = body.people.get(person.slug);
      body.people.set(person.slug, { ...inList(page, person), roles: [...listed?.roles ?? [], titleIn(role)] });
      bodies.set(name, body);
    }
  }
  return [...bodies].sort(([one, a], [other, b]) => a.rank - b.rank || one.localeCompare(other, 'en'))
    .map(([name, body], index) => ({ name, anchor: `body-${index + 1}`, people: [...body.people.values()] }));
}

/** A role without anything known about it is one all the same. */
function rolesOf({ role, roles }: RoleHolder): readonly PersonRole[] {
  if (roles.length > 0 || role === null) return roles;
  return [{ title: role, body: null, group: null, startedOn: null, endedOn: null }];
}

/** Under the heading of an Area it has to be said which of its groups. */
function titleIn({ title, group }: PersonRole): string {
  return group !== null && /group$/.test(group.type) && group.type !== 'Steering group' ? `${title}, ${group.acronym}` : title;
}

function inList({ path }: LivePage, { slug, name }: RoleHolder): Omit<PersonInList, 'roles'> {
  return { name, initials: initialsOf(name), url: urlOf(encodePath(`${path}/${slug}`)) };
}
