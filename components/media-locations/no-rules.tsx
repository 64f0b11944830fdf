import { Waypoints } from 'lucide-react';

export function NoRules() {
  return (
    <div className="mt-8 rounded-card border border-dashed border-line bg-surface px-6 py-14 text-center">
      <Waypoints aria-hidden="true" className="mx-auto size-9 text-accent" strokeWidth={1.5} />
      <h2 className="mt-4 text-lg font-semibold">No rules: Infinity chooses by itself.</h2>
      <p className="mx-auto mt-1.5 max-w-lg text-[0.9375rem] leading-relaxed text-ink-soft">
        Without rules a call’s media is handled where the call comes in, as set up on Infinity. A rule sends it
        elsewhere: callers from a branch’s network to the location next door, say, with others to fall back on when that
        one is full.
      </p>
    </div>
  );
}
