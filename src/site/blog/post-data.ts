import type { LivePage } from '../../cms/pages/page';
import type { Site } from '../../cms/sites/site';
import { absolute, organisationRef, pageAddress, SCHEMA_ORG } from '../structured-data';
import type { PostView } from './views';

/** https://schema.org/BlogPosting */
export function postData({ site, page }: { site: Site; page: LivePage }, post: PostView): object {
  const url = pageAddress(site, page);
  const authors = post.authors.map((author) => ({ '@type': 'Person', name: author.name, ...(author.url === null ? {} : { url: absolute(site, author.url) }) }));
  return {
    '@context': SCHEMA_ORG,
    '@type': 'BlogPosting',
    headline: page.title,
    ...(post.introduction === null ? {} : { description: post.introduction }),
    url,
    mainEntityOfPage: url,
    datePublished: post.date.iso,
    dateModified: (post.updated ?? post.date).iso,
    author: authors.length > 0 ? authors : [organisationRef(site)],
    publisher: organisationRef(site),
    ...(post.topics.length === 0 ? {} : { keywords: post.topics.map(({ text }) => text).join(', ') }),
    inLanguage: page.common.lang,
    isPartOf: { '@type': 'Blog', url: absolute(site, post.blogUrl ?? '/') },
  };
}
