import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { englishWords } from '@/lib/words/english';
import invite from '@/messages/en/invite.json';
import { WordsProvider } from '../words-provider';
import { MeetingLink } from './meeting-link';
import type { InviteFacts } from './use-invite-facts';

const words = { ...englishWords, messages: { ...englishWords.messages, invite } };

vi.stubGlobal('navigator', {});

const facts: InviteFacts = {
  ...{ alias: 'meet-1', link: 'https://mayfly.example/join/meet-1', topic: null, validFromMs: null, validUntilMs: 0 },
  ...{ dialIn: null, isInvitationRequired: false, hasFailed: false },
};

function shown(changes: Partial<InviteFacts>): string {
  return renderToStaticMarkup(
    <WordsProvider words={words}>
      <MeetingLink facts={{ ...facts, ...changes }} isHost inviter="Dana" onTryAgain={() => {}} />
    </WordsProvider>,
  );
}

it('the link of a meeting is handed on only when it is known to let people in', () => {
  expect(shown({})).toContain(facts.link);
  expect(shown({ isInvitationRequired: null })).not.toContain(facts.link);
  expect(shown({ isInvitationRequired: true })).not.toContain(facts.link);
  expect(shown({ isInvitationRequired: true })).toContain('only to people with a personal link');
});

it('where our site does not answer it says so, and can be asked again', () => {
  const failed = shown({ isInvitationRequired: null, hasFailed: true });
  expect(failed).toContain('Try again');
  expect(failed).not.toContain(facts.link);
});
