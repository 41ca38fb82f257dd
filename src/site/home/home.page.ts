import type { ContentOf } from '../../cms/field';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import type { Renderer } from '../../cms/references/renderer';
import type { Site } from '../../cms/sites/site';
import { cardOfReference } from '../listings/row';
import { callToActionOf } from '../snippets/call-to-action';
import { recordBoxOf } from '../standards/record-box';
import { headingParts } from './heading';
import { homeData } from './home-data';
import { homeFields } from './home-fields';
import { homeLists } from './home-lists';
import { listForHome } from './queries';
import type { HomeView } from './views';

type HomeContent = ContentOf<typeof homeFields>;

/** content.md 4.1: one for each site, at its top. */
export const homePage = pageType({
  key: 'home',
  label: 'Home page',
  description: 'The front of the site.',
  fields: homeFields,
  version: 1,
  parents: 'top',
  children: 'any',
  listing: ({ introduction, feature }) => ({ ...NO_LISTING, introduction, image: feature.image }),
  async show({ db, now, site, content, render }) {
    const count = { events: content.eventCount, posts: content.postCount };
    const rows = await listForHome(db, { siteId: site.id, now, ...count });
    return view('home/home', {
      heading: headingParts(content.heading),
      introduction: content.introduction,
      startLinks: linksOf(render, content.startLinks),
      feature: featureOf(render, content),
      ...homeLists(render, rows, { now, zone: site.timeZone }, count),
      ...searchesOf(site, content),
      quickLinks: linksOf(render, content.quickLinks),
      understanding: understandingOf(render, content),
      topics: topicsOf(render, content),
      callToAction: callToActionOf(render, content.callToAction),
    }, { structuredData: homeData(site), image: content.feature.image });
  },
  routes: [],
  example: {
    heading: 'Standards, written *in the open*', introduction: 'Who we are and what we do, in a sentence or two.',
    startLinks: [], feature: { label: null, title: null, text: null, image: null, link: null }, eventCount: 2, postCount: 2,
    mailArchiveText: null, datatrackerText: null, quickLinks: [], understandingTitle: null,
    groupsTitle: null, groupsText: null, groupsLink: null, featuredGroup: null,
    rfcsTitle: null, rfcsText: null, rfcsLink: null, featuredRfc: null,
    topics: [], topicsTitle: null, topicsLink: null, callToAction: null,
  },
});

function linksOf(render: Renderer, links: HomeContent['startLinks']): HomeView['startLinks'] {
  return links.map((link) => render.link(link)).filter((link) => link !== null);
}

function featureOf(render: Renderer, { feature: { label, title, text, image, link } }: HomeContent): HomeView['feature'] {
  if (title === null) return null;
  return { label, title, text, picture: render.picture(image, 'hero'), link: render.link(link) };
}

/** Forms that lead to the two archives; their addresses are settings of the site. */
function searchesOf({ settings }: Site, { mailArchiveText, datatrackerText }: HomeContent): Pick<HomeView, 'mailArchive' | 'datatracker'> {
  return {
    mailArchive: { action: new URL('/arch/search/', settings.mailArchiveUrl).href, text: mailArchiveText },
    datatracker: { action: new URL('/doc/search/', settings.datatrackerUrl).href, text: datatrackerText },
  };
}

function understandingOf(render: Renderer, content: HomeContent): HomeView['understanding'] {
  const { understandingTitle, groupsTitle, groupsText, groupsLink, featuredGroup, rfcsTitle, rfcsText, rfcsLink, featuredRfc } = content;
  if (understandingTitle === null || groupsTitle === null || rfcsTitle === null) return null;
  return {
    title: understandingTitle,
    groups: { title: groupsTitle, text: groupsText, link: render.link(groupsLink), featured: recordBoxOf(render, featuredGroup) },
    rfcs: { title: rfcsTitle, text: rfcsText, link: render.link(rfcsLink), featured: recordBoxOf(render, featuredRfc) },
  };
}

function topicsOf(render: Renderer, { topics, topicsTitle, topicsLink }: HomeContent): HomeView['topics'] {
  const cards = topics.map(({ page }) => cardOfReference(render, page)).filter((card) => card !== null);
  return cards.length === 0 ? null : { title: topicsTitle ?? 'Topics of interest', link: render.link(topicsLink), cards };
}
