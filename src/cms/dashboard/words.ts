/** What history's actions are called in a sentence that begins with a name: "Maren Oduya published". */
const WORDS: Readonly<Record<string, string>> = {
  'page.created': 'added',
  'page.saved': 'saved',
  'page.published': 'published',
  'page.unpublished': 'took offline',
};

/** An action without words of its own says its name: `page.put-back` is "put back". */
export function actionWords(action: string): string {
  return WORDS[action] ?? action.slice(action.indexOf('.') + 1).replaceAll('-', ' ');
}
