import { richText } from '../../../src/cms/fields/rich-text';
import { text } from '../../../src/cms/fields/text';
import type { Html } from '../../../src/platform/html/html';
import { NO_LISTING, pageType, view } from '../../../src/cms/page-type';

/** The first of the two files that a new page type takes. The second is views/recipes/recipe.ejs; the line is its registration. */
declare module '../../../src/platform/http/views' {
  interface Views {
    'recipes/recipe': { servings: string; steps: Html };
  }
}

export const recipePage = pageType({
  key: 'recipe',
  label: 'Recipe',
  description: 'How to cook something.',
  fields: {
    servings: text({ label: 'Servings', max: 80, required: true }),
    steps: richText({ label: 'Steps', size: 'full', required: true }),
  },
  version: 1,
  parents: 'any',
  children: [],
  listing: ({ servings }) => ({ ...NO_LISTING, introduction: servings }),
  show: ({ content, render }) => view('recipes/recipe', { servings: content.servings, steps: render.richText(content.steps) }),
  routes: [],
  example: {
    servings: 'Serves four',
    steps: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Boil the marzipan.' }] }] },
  },
});
