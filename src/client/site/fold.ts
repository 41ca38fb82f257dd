/** An address with a fragment opens whatever is folded around its target: "In depth", an answer, a key detail. */
export function openTargets(): void {
  addEventListener('hashchange', openTarget);
  openTarget();
}

function openTarget(): void {
  const target = document.getElementById(fragment());
  if (!target) return;

  let opened = false;
  for (let folded = target.closest('details'); folded; folded = folded.parentElement?.closest('details') ?? null) {
    opened ||= !folded.open;
    folded.open = true;
  }
  if (opened) target.scrollIntoView();
}

function fragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ''; // a stray per cent sign
  }
}
