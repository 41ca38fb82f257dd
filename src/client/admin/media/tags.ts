/** A list of suggestions knows one value only: with tags between commas, it is kept to what goes on from the last comma. */
export function startTags(input: HTMLInputElement): void {
  const list = input.list;
  if (!(list instanceof HTMLDataListElement)) return;
  const tags = [...list.options].map(({ value }) => value);
  const suggest = (): void => {
    const comma = input.value.lastIndexOf(',');
    const before = comma < 0 ? '' : `${input.value.slice(0, comma + 1)} `;
    const chosen = input.value.slice(0, Math.max(0, comma)).split(',').map((tag) => tag.trim().toLowerCase());
    list.replaceChildren(...tags.filter((tag) => !chosen.includes(tag)).map((tag) => new Option('', before + tag)));
  };
  input.addEventListener('focus', suggest);
  input.addEventListener('input', suggest);
}
