import { describe, expect, it } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { emptyRoster, nextRoster, peopleInOrder, type Participant, type RosterChange } from './roster';

const changed = (id: string, change: Partial<Participant> = {}): RosterChange => ({
  type: 'participant-changed',
  participant: participant({ id, name: id, ...change }),
});
const gone = (id: string): RosterChange => ({ type: 'participant-left', id });
const began: RosterChange = { type: 'sync-began' };
const ended: RosterChange = { type: 'sync-ended' };
const ids = (changes: RosterChange[]) => [...changes.reduce(nextRoster, emptyRoster).people.keys()].sort();

describe('the roster', () => {
  it('creating someone twice makes one entry, with what was said last', () => {
    const roster = [changed('a'), changed('a', { name: 'Ada' })].reduce(nextRoster, emptyRoster);
    expect([...roster.people.values()].map((person) => person.name)).toEqual(['Ada']);
  });

  it('keeps everybody in sight while the event stream replays them', () => {
    expect(ids([changed('a'), changed('b'), began])).toEqual(['a', 'b']);
  });

  it('drops who left while the stream was down', () => {
    expect(ids([changed('a'), changed('b'), began, changed('b'), ended])).toEqual(['b']);
  });

  it('takes a replay after the closing mark, as newer builds send it, as nothing new', () => {
    expect(ids([began, changed('a'), ended, changed('a')])).toEqual(['a']);
  });

  it('someone who leaves during a replay does not come back with its end', () => {
    expect(ids([began, changed('a'), changed('b'), gone('a'), ended])).toEqual(['b']);
  });

  it('a closing mark without an opening one changes nothing', () => {
    expect(ids([changed('a'), ended])).toEqual(['a']);
  });

  it('someone unknown may leave', () => {
    expect(ids([changed('a'), gone('b')])).toEqual(['a']);
  });

  it('never changes an earlier roster, which React may still be drawing', () => {
    const before = nextRoster(emptyRoster, changed('a'));
    nextRoster(before, gone('a'));
    expect(before.people.has('a')).toBe(true);
  });

  it('lists oneself, then hosts, then the others by name', () => {
    const roster = [
      changed('1', { name: 'Zoe' }),
      changed('2', { name: 'Bo' }),
      changed('3', { name: 'Host', role: 'host' }),
      changed('me', { name: 'Zz' }),
    ].reduce(nextRoster, emptyRoster);
    expect(peopleInOrder(roster, 'me').map((person) => person.name)).toEqual(['Zz', 'Host', 'Bo', 'Zoe']);
  });
});
