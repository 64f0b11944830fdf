import type { ConferenceOptions } from '@/lib/settings/conference-settings';
import { configurationOf } from './service-configuration';

/** A meeting like any other: what settings may break does not depend on which one it is. */
const ANY_MEETING = {
  id: '00000000-0000-4000-8000-000000000000',
  alias: 'meet-any',
  serviceName: 'Any meeting',
  hostPin: '000000000000',
  isLobby: true,
  participantLimit: null,
  settingsId: null,
  homeLocation: null,
  validFrom: new Date(0),
  validUntil: new Date(0),
  cancelledAt: null,
};

/** What Infinity would not accept of a meeting with these options, by the very schema that every answer is checked with. */
export function configurationProblems(options: ConferenceOptions): { field: string; message: string }[] {
  const { fault } = configurationOf(ANY_MEETING, { everywhere: options, locations: [] }, null, '');
  if (fault === null) return [];
  return fault.split('; ').map((text) => {
    const [field = '', ...words] = text.split(' ');
    return { field, message: words.join(' ') };
  });
}
