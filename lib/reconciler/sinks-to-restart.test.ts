import { describe, expect, it } from 'vitest';
import type { Alarm } from '@/lib/management/alarms';
import { isOurs, sinksToRestart } from './sinks-to-restart';

const now = new Date('2026-11-21T12:00:00Z');
const ours = { id: '4', name: 'Mayfly', url: 'https://meet.example.com/api/events' };
const recorder = { id: '5', name: 'Recorder', url: 'https://recorder.example.com/api/events' };
const alarm = (change: Partial<Alarm> = {}) => ({ name: 'eventsink_maximum_backoff', ...change }) as Alarm;

function restarted(alarms: Alarm[], restartedAt: Record<string, Date> = {}) {
  const due = sinksToRestart(alarms, [ours, recorder], 'https://meet.example.com', restartedAt, now);
  return due.map(({ sink }) => sink.name);
}

describe('a sink of ours is restarted', () => {
  it.each(['eventsink_maximum_backoff', 'eventsink_maximum_posts'])('at %s', (name) => {
    expect(restarted([alarm({ name })])).toEqual(['Mayfly']);
  });

  it('once, however many nodes stopped sending to it', () => {
    expect(restarted([alarm({ node: 'a' }), alarm({ node: 'b' })])).toEqual(['Mayfly']);
  });

  it('again after ten minutes, and not before', () => {
    const minutesAgo = (minutes: number) => ({ 4: new Date(now.getTime() - minutes * 60_000) });
    expect(restarted([alarm()], minutesAgo(9.9))).toEqual([]);
    expect(restarted([alarm()], minutesAgo(10))).toEqual(['Mayfly']);
  });

  it('not for what another sink’s alarm says, nor for other alarms', () => {
    expect(restarted([alarm({ details: 'Event sink Recorder stopped' })])).toEqual([]);
    expect(restarted([alarm({ instance: 'Mayfly' })])).toEqual(['Mayfly']);
    expect(restarted([alarm({ name: 'connectivity_lost' })])).toEqual([]);
    expect(restarted([])).toEqual([]);
  });
});

describe('a sink is ours by its address alone', () => {
  it.each([
    'https://meet.example.com/api/events',
    'https://meet.example.com:443/api/events/',
    'https://MEET.example.com/api/events/a-secret-segment',
  ])('%s', (url) => expect(isOurs({ ...ours, url }, 'https://meet.example.com')).toBe(true));

  it.each([
    'https://other.example.com/api/events',
    'http://meet.example.com/api/events',
    'https://meet.example.com/api/events-of-others',
    'https://meet.example.com/',
    'https://meet.example.com.evil.example/api/events',
    'no address',
  ])('not %s', (url) => expect(isOurs({ ...ours, name: 'Mayfly', url }, 'https://meet.example.com')).toBe(false));
});
