import { nameChecker } from '@/lib/management/check-names';
import type { RuleContent } from './media-rule';

/** What is wrong with one field of a rule. */
export interface FieldFault {
  /** `location`, `askingLocation`, or `overflow.2` for the third of them. */
  field: string;
  message: string;
}

/**
 * Finds names of locations that do not exist on Infinity: one voids the whole answer, and a rule for an unknown asking location
 * never applies. Made once for all the rules of a file.
 */
export function ruleNamesChecker(existing: readonly string[]): (rule: RuleContent) => FieldFault[] {
  const check = nameChecker('locations', existing);

  function faultOf(field: string, name: string): FieldFault[] {
    const message = check(name);
    return message === null ? [] : [{ field, message }];
  }

  return ({ askingLocation, location, overflow }) => [
    ...(askingLocation === '' ? [] : faultOf('askingLocation', askingLocation)),
    ...faultOf('location', location),
    ...overflow.flatMap((name, index) => faultOf(`overflow.${index}`, name)),
  ];
}
