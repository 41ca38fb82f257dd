/** Whether the person whose page this is may add to the library; who may not is offered nothing. */
export function mayUpload(): boolean {
  return document.querySelector('[data-uploads]') !== null;
}

/** Files of a drag from outside, while it is still above the page: their names are not known yet. */
export function bringsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') === true && !isOurs(data);
}

export function filesOf(data: DataTransfer | null): File[] {
  return bringsFiles(data) ? [...data?.files ?? []] : [];
}

/** A paste that is nothing but pictures. Word and spreadsheets send a picture beside the text, which is what is meant. */
export function pastedPictures(data: DataTransfer | null): File[] {
  if (!data || data.getData('text/plain').trim() !== '' || data.getData('text/html').includes('data-pm-slice')) return [];
  return filesOf(data).filter(({ type }) => type.startsWith('image/'));
}

/** A picture of this very page that is dragged: browsers make a file of it. */
function isOurs(data: DataTransfer): boolean {
  return data.getData('text/uri-list').startsWith(`${location.origin}/`);
}

/** Lets somebody choose files; gives those that were chosen. */
export function askForFiles(input: HTMLInputElement, chosen: (files: File[]) => void): void {
  input.addEventListener('change', (event) => {
    event.stopPropagation();
    const files = [...input.files ?? []];
    input.value = '';
    if (files.length > 0) chosen(files);
  });
}

/** What is dropped on a part comes to it; while it hangs above, the part is marked. */
export function takeDrops(part: HTMLElement, dropped: (files: File[]) => void): void {
  const over = (event: DragEvent): void => {
    if (!bringsFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    part.classList.add('takes-files');
  };
  part.addEventListener('dragenter', over);
  part.addEventListener('dragover', over);
  part.addEventListener('dragleave', ({ relatedTarget }) => { if (!(relatedTarget instanceof Node && part.contains(relatedTarget))) part.classList.remove('takes-files'); });
  part.addEventListener('drop', (event) => {
    part.classList.remove('takes-files');
    const files = filesOf(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    dropped(files);
  });
}
