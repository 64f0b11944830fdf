import { Webhook } from 'lucide-react';

export function NoWebhooks() {
  return (
    <div className="mt-8 rounded-card border border-dashed border-line bg-surface px-6 py-14 text-center">
      <Webhook aria-hidden="true" className="mx-auto size-9 text-accent" strokeWidth={1.5} />
      <h2 className="mt-4 text-lg font-semibold">Nobody is told yet.</h2>
      <p className="mx-auto mt-1.5 max-w-lg text-[0.9375rem] leading-relaxed text-ink-soft">
        Add the address of a system of yours: a chat that says when a visitor waits, say, or the customer file that
        keeps who talked with whom and how long.
      </p>
    </div>
  );
}
