import { describe, expect, it } from 'vitest';
import { endedHow } from './ended-how';

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const meeting = { validUntil: at('13:00:00'), cancelledAt: null, putOutAt: at('13:00:01') };
const call = { firstArrivedAt: at('12:00:00'), lastLeftAt: at('12:20:00'), endedAt: at('12:20:01') };
const LATER = at('18:00:00');

describe('why a call is over', () => {
  it('is what Infinity says, when it ended by itself', () => {
    const how = (['host', 'administrator', 'participant', 'everyone_left', 'lost'] as const).map((endedBy) =>
      endedHow(meeting, { ...call, endedBy }, LATER),
    );
    expect(how).toEqual(['host', 'administrator', 'participant', 'everyone-left', 'lost']);
  });

  it('is the end of the meeting when the last ones left then, whoever disconnected them', () => {
    for (const endedBy of ['administrator', 'host', 'everyone_left'] as const)
      for (const left of ['12:59:58', '13:00:02'])
        expect(endedHow(meeting, { ...call, endedBy, lastLeftAt: at(left) }, LATER)).toBe('time-up');
  });

  it('is the cancellation when they left after it, and not when they had left before', () => {
    const administrator = { ...call, endedBy: 'administrator' as const };
    expect(endedHow({ ...meeting, cancelledAt: at('12:19:59') }, administrator, LATER)).toBe('cancelled');
    expect(endedHow({ ...meeting, cancelledAt: at('12:40:00') }, { ...call, endedBy: 'host' }, LATER)).toBe('host');
  });

  it('is unsaid while the call lasts, past the end too, and lost when that cannot be true any more', () => {
    const lasting = { ...call, lastLeftAt: null, endedAt: null, endedBy: null };
    expect(endedHow(meeting, lasting, at('13:14:59'))).toBeNull();
    expect(endedHow(meeting, lasting, at('13:15:00'))).toBe('lost');
    expect(endedHow({ ...meeting, putOutAt: null }, lasting, LATER), 'nobody was put out').toBeNull();
  });

  it('is that nobody came, once nobody can come any more', () => {
    const empty = { firstArrivedAt: null, lastLeftAt: null, endedAt: null, endedBy: null };
    expect(endedHow(meeting, null, at('12:59:59'))).toBeNull();
    expect(endedHow(meeting, null, at('13:00:00'))).toBe('nobody-came');
    expect(endedHow(meeting, empty, LATER)).toBe('nobody-came');
    expect(endedHow({ ...meeting, cancelledAt: at('12:10:00') }, null, at('12:20:00'))).toBe('cancelled');
  });
});
