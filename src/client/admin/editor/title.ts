import { tellChange } from './form';

/** The title is one line that wraps; for a page not made yet its address follows it until somebody writes one. */
export function startTitle(form: HTMLFormElement): void {
  const title = form.elements.namedItem('title');
  const slug = form.elements.namedItem('slug');
  if (!(title instanceof HTMLTextAreaElement || title instanceof HTMLInputElement)) return;
  title.addEventListener('keydown', (event) => { if (event instanceof KeyboardEvent && event.key === 'Enter') event.preventDefault(); });
  title.addEventListener('input', () => {
    if (/[\r\n]/.test(title.value)) title.value = title.value.replace(/\s*[\r\n]+\s*/g, ' ');
    const heading = document.querySelector('.editor-bar h1');
    if (heading) heading.textContent = title.value || 'Untitled';
  });
  if (form.dataset.new !== 'new' || !(slug instanceof HTMLInputElement)) return;

  let made = slug.value;
  title.addEventListener('input', () => {
    if (slug.value !== made && slug.value !== '') return;
    made = slugOf(title.value);
    slug.value = made;
    tellChange(slug);
  });
}

/** As the server makes it of a title; what it answers counts. */
function slugOf(title: string): string {
  return title.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
}
