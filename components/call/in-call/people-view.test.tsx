import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { unknownConference } from '@/lib/call/conference';
import type { Participant } from '@/lib/call/roster';
import { participant } from '@/lib/testing/participant';
import { silentCall } from '@/lib/testing/silent-call';
import { englishWords } from '@/lib/words/english';
import { fetchTools } from '../fetch-tools';
import { WordsProvider } from '../words-provider';
import { PeopleView } from './people-view';

beforeAll(() => fetchTools('en'));

const KEPT = 'What you typed is kept';

/** The list as it is sent to who has begun to type a number. */
function listFor(role: Participant['role'] | 'unknown', dialDraft: string): string {
  const people = new Map(role === 'unknown' ? [] : [['me', participant({ role })] as const]);
  const conference = { ...unknownConference, selfId: 'me', roster: { people, incoming: null } };
  return renderToStaticMarkup(
    <WordsProvider words={englishWords}>
      <PeopleView
        conference={conference}
        actions={role === 'host' ? silentCall : null}
        dialDraft={dialDraft}
        onDialDraft={() => {}}
      />
    </WordsProvider>,
  );
}

describe('a number that a host has begun to type', () => {
  it('stands in the field, also of whoever is a host again', () => {
    expect(listFor('host', '+47 22')).toContain('value="+47 22"');
    expect(listFor('host', '+47 22')).not.toContain(KEPT);
  });

  it('is said to be kept to whoever was made a guest', () => {
    expect(listFor('guest', '+47 22')).toContain(KEPT);
    expect(listFor('guest', '+47 22')).not.toContain('<input');
  });

  it('is not spoken of to a guest who typed none, nor while nobody knows the role', () => {
    expect(listFor('guest', '')).not.toContain(KEPT);
    expect(listFor('unknown', '+47 22')).not.toContain(KEPT);
  });
});
