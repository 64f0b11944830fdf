import { useState } from 'react';
import { json, send } from '@/components/ui/send';
import { KeptMessage } from '@/lib/visitor-messages/schemas';
import { checkMessage, wrongByServer, type Wrong } from './check-message';
import { keepDraft, recallDraft, type MessageDraft } from './message-draft';

export type SendingProblem = 'offline' | 'tooFast' | 'fields' | 'other';

const problems: Partial<Record<number, SendingProblem>> = { 0: 'offline', 422: 'fields', 429: 'tooFast' };
const TIMEOUT_MS = 15_000;

/** The message that is being written: kept in this tab until it has arrived. */
export function useMessage(language: string) {
  const [draft, setDraft] = useState(recallDraft);
  const [wrong, setWrong] = useState<Wrong>({});
  const [state, setState] = useState<'writing' | 'sending' | 'sent' | SendingProblem>('writing');

  function change(part: Partial<MessageDraft>) {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(next);
  }

  /** Resolves to whether something has to be mended first. */
  async function submit(shown: MessageDraft, isSlot: boolean): Promise<boolean> {
    const checked = checkMessage(shown, isSlot, language);
    setWrong(checked.ok ? {} : checked.wrong);
    if (!checked.ok) {
      setState('fields');
      return true;
    }
    setState('sending');
    const answer = await send('/api/messages', KeptMessage, {
      ...json('POST', checked.message),
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.ok) {
      keepDraft(null);
      setState('sent');
      return false;
    }
    setWrong(wrongByServer(answer.fields));
    setState(problems[answer.status] ?? 'other');
    return answer.status === 422;
  }

  return { draft, wrong, state, change, submit };
}
