import type { MediaRule } from '@/lib/media-locations/media-rule';

/**
 * The rules that mention what was typed, in their own order. Those with a location of just that name come first: links lead
 * to a wrong name among hundreds of rules that name `Oslo` where it says `oslo`, and only the first rows are shown.
 */
export function rulesFor(rules: readonly MediaRule[], typed: string): MediaRule[] {
  const name = typed.trim();
  const wanted = name.toLowerCase();
  return rules
    .filter((rule) => textsOf(rule).some((text) => text.toLowerCase().includes(wanted)))
    .toSorted((one, other) => Number(names(other, name)) - Number(names(one, name)));
}

function textsOf({ askingLocation, network, protocol, location, overflow, note }: MediaRule): string[] {
  return [askingLocation, network, protocol, location, ...overflow, note];
}

function names({ askingLocation, location, overflow }: MediaRule, name: string): boolean {
  return name !== '' && [askingLocation, location, ...overflow].includes(name);
}
