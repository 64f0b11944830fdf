/**
 * Tells when the page goes, and when it is back. A page that one leaves may be kept as it is and shown again later (the
 * back/forward cache), or frozen and thrown away: its going is the last moment that is certain.
 */
export function watchPage({ onGone, onBack }: { onGone: () => void; onBack: () => void }): () => void {
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && onBack();
  window.addEventListener('pagehide', onGone);
  window.addEventListener('pageshow', onShow);
  return () => {
    window.removeEventListener('pagehide', onGone);
    window.removeEventListener('pageshow', onShow);
  };
}
