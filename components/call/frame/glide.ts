const GLIDE_MS = 260;

/** Lets the panel glide from where it was to where it now is; for who wants less motion it is there at once. */
export function glide(panel: HTMLElement, from: DOMRect): void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  const to = panel.getBoundingClientRect();
  const [x, y] = [from.left - to.left, from.top - to.top];
  if (x === 0 && y === 0) return;
  panel.animate([{ translate: `${x}px ${y}px` }, { translate: '0 0' }], {
    duration: GLIDE_MS,
    easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
  });
}
