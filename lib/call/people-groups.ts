import { peopleInOrder, type Participant, type Roster } from './roster';

export interface PeopleGroups {
  waiting: Participant[];
  /** In the order in which the hands went up. */
  handsRaised: Participant[];
  inCall: Participant[];
}

/** Everybody once in `waiting` or `inCall`; those whose hand is up also in `handsRaised`. */
export function groupPeople(roster: Roster, selfId: string | null): PeopleGroups {
  const people = peopleInOrder(roster, selfId);
  const inCall = people.filter(({ isWaiting }) => !isWaiting);
  return {
    waiting: people.filter(({ isWaiting, id }) => isWaiting && id !== selfId),
    handsRaised: inCall.filter(({ handRaisedAt }) => handRaisedAt > 0).sort((a, b) => a.handRaisedAt - b.handRaisedAt),
    inCall,
  };
}
