import { visibleListings, type ListingRow } from '../../cms/listings/queries';
import type { Db } from '../../platform/db/connect';
import type { Person } from './person';
import { rolesSchema, type PersonRole } from './role';

/** By slug: what is there already is overwritten, so that a seed or an import may run again. Whoever is hidden stays hidden. */
export async function upsertPerson(db: Db, person: Person): Promise<void> {
  await db('allPeople').insert(person).onConflict('slug').merge();
}

export interface NewRole extends Omit<PersonRole, 'group'> {
  readonly group: string | null;
}

/** All roles of somebody, in the order in which they are shown. Their groups have to exist already. */
export async function replaceRoles(db: Db, slug: string, roles: readonly NewRole[]): Promise<void> {
  const rows = roles.map(({ title, body, group, startedOn, endedOn }, position) => (
    { personSlug: slug, position, title, body, groupAcronym: group, startedOn, endedOn }
  ));
  await db.transaction(async (trx) => {
    await trx('personRoles').where('personSlug', slug).del();
    if (rows.length > 0) await trx('personRoles').insert(rows);
  });
}

export interface RoleHolder extends Person {
  readonly roles: readonly PersonRole[];
}

const ROLE_HOLDERS = `
  select h.slug, h.name, h.role, h.about, h.invented, r.roles
  from people h, lateral (
    select coalesce(jsonb_agg(jsonb_build_object(
      'title', r.title, 'body', r.body, 'startedOn', r.started_on, 'endedOn', r.ended_on,
      'group', case when g.acronym is not null then jsonb_build_object('acronym', g.acronym, 'name', g.name, 'type', g.type, 'state', g.state,
        'area', g.area, 'list', null, 'description', g.description) end) order by r.position), '[]') as roles
    from person_roles r left join groups g on g.acronym = r.group_acronym where r.person_slug = h.slug) r
  where (h.role is not null or r.roles <> '[]') and (:slug::text is null or h.slug = :slug)
  order by lower(h.name), h.slug limit :most`;

/** More are no list that anybody reads. */
const MOST = 1_000;

/** Everybody with a role and not hidden, by name. */
export async function listRoleHolders(db: Db): Promise<RoleHolder[]> {
  const result = await db.raw<{ rows: Row[] }>(ROLE_HOLDERS, { slug: null, most: MOST });
  return result.rows.map(toHolder);
}

export async function findRoleHolder(db: Db, slug: string): Promise<RoleHolder | undefined> {
  const result = await db.raw<{ rows: Row[] }>(ROLE_HOLDERS, { slug, most: 1 });
  return result.rows.map(toHolder)[0];
}

interface Row extends Person {
  roles: unknown;
}

function toHolder({ slug, name, role, about, invented, roles }: Row): RoleHolder {
  return { slug, name, role, about, invented, roles: rolesSchema.parse(roles) };
}

/** `blog`: the path of the list that the post stands in; null while that is not public. */
export type SignedPost = ListingRow & { readonly blog: string | null };

/** The newest posts that somebody signed, of every blog. */
export async function listPostsBy(db: Db, search: { siteId: number; slug: string; now: Date; limit: number }): Promise<SignedPost[]> {
  return visibleListings(db, search.siteId, search.now).where('l.type', 'post')
    .select(db.raw('(select b.path from pages b where b.id = p.parent_id and is_visible(b, ?)) as blog', [search.now]))
    .whereExists(db('listingTerms as t').whereRaw('t.page_id = l.page_id').where({ 't.kind': 'person', 't.key': search.slug }))
    .orderBy([{ column: 'l.date', order: 'desc' }, { column: 'l.pageId', order: 'desc' }]).limit(search.limit) as unknown as Promise<SignedPost[]>;
}
