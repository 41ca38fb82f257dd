import { Unprocessable, type Problem } from '../../platform/http/errors';
import { contentSchema, parseContent } from '../content';
import { upgraded, type AnyPageType } from '../page-type';
import type { Revision } from '../revisions/queries';

type Text = Pick<Revision, 'title' | 'content' | 'contentVersion' | 'common'>;

/** What was saved may be incomplete; what is published may not. @throws Unprocessable with everything that is missing */
export function completeContent(type: AnyPageType, revision: Text): Record<string, unknown> {
  const titleProblems = revision.title.trim() === '' ? [{ field: 'title', message: 'A title is needed.' }] : [];
  const content = parsed(type, revision);
  const problems = [...titleProblems, ...('problems' in content ? content.problems : type.check?.(content.value) ?? []), ...undecidedCommon(revision)];
  if (problems.length > 0 || 'problems' in content) throw new Unprocessable(problems);
  return content.value;
}

/** Readers meet the pictures of shared links and of lists too. */
function undecidedCommon({ common }: Text): Problem[] {
  return COMMON_PICTURES.flatMap((name) => {
    const image = common[name];
    return image && !image.decorative && !image.alt ? [{ field: `common.${name}.alt`, message: 'Describe the image, or say that it is decoration.' }] : [];
  });
}

const COMMON_PICTURES = ['socialImage', 'feedImage'] as const;

/** The same as a list, for those who want to know before; empty when it can be published. */
export function missingIn(type: AnyPageType, revision: Text): readonly Problem[] {
  try {
    completeContent(type, revision);
    return [];
  } catch (error) {
    if (error instanceof Unprocessable) return error.problems;
    throw error;
  }
}

function parsed(type: AnyPageType, { content, contentVersion }: Text): { value: Record<string, unknown> } | { problems: readonly Problem[] } {
  try {
    return { value: parseContent(contentSchema(type.fields), upgraded(type, content, contentVersion)) };
  } catch (error) {
    if (error instanceof Unprocessable) return { problems: error.problems };
    throw error;
  }
}
