import { describe, expect, it } from 'vitest';
import { policyMeeting } from '@/lib/testing/policy-meeting';
import { MeetingMemory } from './meeting-memory';

const meeting = policyMeeting();
const cancelled = policyMeeting({ cancelledAt: new Date() });
const key = { alias: meeting.alias };

describe('the memory of meetings', () => {
  it('is believed for a second, and for five minutes while the database is away', () => {
    const memory = new MeetingMemory();
    memory.remember(meeting, 0);
    expect(memory.fresh(key, 999)).toBe(meeting);
    expect(memory.fresh({ id: meeting.id }, 999)).toBe(meeting);
    expect(memory.fresh(key, 1_000)).toBeNull();
    expect(memory.lastKnown(key, 299_999)).toBe(meeting);
    expect(memory.lastKnown(key, 300_000)).toBeNull();
  });

  it('is never taken back by a look-up that began earlier', () => {
    const memory = new MeetingMemory();
    memory.remember(cancelled, 20);
    memory.remember(meeting, 10);
    expect(memory.fresh(key, 30)).toBe(cancelled);
  });

  it('asks again about everything that is in doubt, and still has it for an outage', () => {
    const memory = new MeetingMemory();
    memory.remember(meeting, 0);
    memory.doubt(5);
    expect(memory.fresh(key, 10)).toBeNull();
    expect(memory.lastKnown(key, 10)).toBe(meeting);
    expect(memory.idsWithin(10)).toEqual([meeting.id]);
    memory.remember(meeting, 6);
    expect(memory.fresh(key, 10)).toBe(meeting);
  });

  it('has lost a meeting that is gone, by alias and by id', () => {
    const memory = new MeetingMemory();
    memory.remember(meeting, 0);
    memory.forget(meeting.id);
    expect(memory.fresh(key, 1)).toBeNull();
    expect(memory.has(meeting.id)).toBe(false);
  });

  it('holds only so many', () => {
    const memory = new MeetingMemory();
    for (let index = 0; index < 20_001; index += 1) {
      memory.remember(policyMeeting({ id: `id-${index}`, alias: `meet-${index}` }), 0);
    }
    expect(memory.idsWithin(0)).toHaveLength(20_000);
    expect(memory.has('id-0')).toBe(false);
    expect(memory.fresh({ id: 'id-20000' }, 0)).not.toBeNull();
  });
});
