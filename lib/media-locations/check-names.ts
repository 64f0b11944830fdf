import { nearestName } from '@/lib/management/nearest-name';
import type { RuleContent } from './media-rule';

/** What is wrong with one field of a rule. */
export interface FieldFault {
  /** `location`, `askingLocation`, or `overflow.2` for the third of them. */
  field: string;
  message: string;
}

/** Looking for what was meant costs milliseconds each, and a file for another deployment may hold thousands of names. */
const MOST_SUGGESTIONS = 20;

/**
 * Finds names of locations that do not exist on Infinity: there one unknown name voids the whole answer (policy-api.md §6, D),
 * and a rule for an unknown asking location never applies. Made once for all the rules of a file.
 */
export function nameChecker(existing: readonly string[]): (rule: RuleContent) => FieldFault[] {
  const known = new Set(existing);
  const meant = new Map<string, string | null>();

  function faultOf(field: string, name: string): FieldFault[] {
    if (known.has(name)) return [];
    if (!meant.has(name) && meant.size < MOST_SUGGESTIONS) meant.set(name, nearestName(name, existing));
    const suggestion = meant.get(name);
    const hint = suggestion ? `; did you mean ${suggestion}?` : '';
    return [{ field, message: `is not the name of a location on Infinity${hint}` }];
  }

  return ({ askingLocation, location, overflow }) => [
    ...(askingLocation === '' ? [] : faultOf('askingLocation', askingLocation)),
    ...faultOf('location', location),
    ...overflow.flatMap((name, index) => faultOf(`overflow.${index}`, name)),
  ];
}
