import { expect, it } from 'vitest';
import { participant } from '@/lib/testing/participant';
import { groupPeople } from './people-groups';
import { emptyRoster, nextRoster } from './roster';

it('people wait, have a hand up in the order of the hands, or are simply there', () => {
  const people = [
    participant({ handRaisedAt: 30 }),
    participant({ id: 'a', name: 'Anna', handRaisedAt: 20 }),
    participant({ id: 'b', name: 'Ben', role: 'host' }),
    participant({ id: 'c', name: 'Cem', isWaiting: true, handRaisedAt: 10 }),
  ];
  const roster = people.reduce(
    (all, each) => nextRoster(all, { type: 'participant-changed', participant: each }),
    emptyRoster,
  );
  const groups = groupPeople(roster, 'me');
  const names = (group: typeof people) => group.map(({ id }) => id);
  expect(names(groups.waiting)).toEqual(['c']);
  expect(names(groups.handsRaised)).toEqual(['a', 'me']);
  expect(names(groups.inCall)).toEqual(['me', 'b', 'a']);
});

it('who waits oneself is nobody to admit', () => {
  const roster = nextRoster(emptyRoster, {
    type: 'participant-changed',
    participant: participant({ isWaiting: true }),
  });
  expect(groupPeople(roster, 'me').waiting).toEqual([]);
});
