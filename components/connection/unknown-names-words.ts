import { OPTIONS } from '@/components/settings/option-specs';
import type { OptionKey } from '@/components/settings/settings-draft';
import type { UnknownName } from '@/lib/policy/unknown-names-report';
import { countWords } from './connection-words';

/** Where an unknown name stands, what comes of it, and the way to where it is mended. */
export function unknownNameWords(unknown: UnknownName): { where: string; effect: string; href: string } {
  if (unknown.in === 'media-rules') {
    return {
      where: countWords(unknown.rules, 'media rule', 'media rules'),
      effect: unknown.isAsking
        ? 'No node asks from there, so such a rule never applies.'
        : 'Infinity drops these answers, and chooses where media goes by itself.',
      // To all of them: there may be thousands, and one among them would be hard to see.
      href: `/dashboard/media-locations?${new URLSearchParams({ find: unknown.name })}`,
    };
  }
  if (unknown.in === 'kept') {
    const from = unknown.location === null ? '' : ' from there';
    return {
      where: `Kept by ${countWords(unknown.meetings, 'meeting', 'meetings')} under way, ${labelOf(unknown.option, unknown.location)}`,
      effect: `Infinity drops the answers, and nobody else gets in${from} until it has that name again.`,
      href: '/dashboard',
    };
  }
  const { field, location } = unknown;
  const href = `/dashboard/settings#${field}`;
  if (field.endsWith('.location')) {
    return {
      where: 'Settings, by location',
      effect: 'No node asks from there, so what differs there never holds.',
      href,
    };
  }
  const option = field.slice(field.lastIndexOf('.') + 1);
  const from = location === null ? '' : ' from there';
  return {
    where: `Settings, ${labelOf(option, location)}`,
    effect: `Infinity drops the answers, and nobody gets into new meetings${from}.`,
    href,
  };
}

function labelOf(option: string, location: string | null): string {
  const label = isOption(option) ? OPTIONS[option].label : option;
  return location === null ? label : `${label} at ${location}`;
}

function isOption(text: string): text is OptionKey {
  return Object.hasOwn(OPTIONS, text);
}
