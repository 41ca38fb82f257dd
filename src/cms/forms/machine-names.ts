import type { Question } from './form';

export const MACHINE_NAME = /^[a-z0-9][a-z0-9-]{0,59}$/;

/**
 * Every question with a name of its own: one that it has stays, whatever happens to the label, so that what was sent
 * before and what is sent now stand in one column. The first of two equal ones wins; a new one is a slug of the label.
 */
export function withMachineNames<Q extends Pick<Question, 'name' | 'label'>>(questions: readonly Q[]): Q[] {
  const taken = new Set<string>();
  const keepers = new Set(questions.filter(({ name }) => {
    const keeps = MACHINE_NAME.test(name) && !taken.has(name);
    if (keeps) taken.add(name);
    return keeps;
  }));
  return questions.map((question) => (keepers.has(question) ? question : { ...question, name: newName(question.label, taken) }));
}

function newName(label: string, taken: Set<string>): string {
  const plain = label.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 50).replace(/^-|-$/g, '') || 'question';
  let name = slug;
  for (let count = 2; taken.has(name); count += 1) name = `${slug}-${count}`;
  taken.add(name);
  return name;
}
