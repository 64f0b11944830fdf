import { useCallback, useEffect, useRef, useState } from 'react';
import { usePostponed } from '@/components/ui/use-postponed';
import type { CreatedInvitation, ListedInvitation } from '@/lib/invitations/schemas';
import { makeLink, readLinks, withdrawLink } from './personal-links-api';

export type LinksProblem = 'offline' | 'tooMany' | 'tooFast' | 'notAllowed' | 'name' | 'other';

const problems: Partial<Record<number, LinksProblem>> = {
  0: 'offline',
  401: 'notAllowed',
  403: 'notAllowed',
  409: 'tooMany',
  422: 'name',
  429: 'tooFast',
};

/** Withdrawing is for good and puts out who is in by the link: so long it can be taken back. */
const UNDO_WITHIN_MS = 8_000;

/** The personal links of a meeting. */
export function usePersonalLinks(alias: string, hostKey: string | null) {
  const [links, setLinks] = useState<ListedInvitation[] | null>(null);
  const [made, setMade] = useState<CreatedInvitation | null>(null);
  const [problem, setProblem] = useState<LinksProblem | null>(null);
  const [going, setGoing] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const read = useCallback(async () => {
    const answer = await readLinks(alias, hostKey);
    if (answer.ok) setLinks(answer.value.invitations);
    else setProblem(problems[answer.status] ?? 'other');
  }, [alias, hostKey]);

  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the state is set by the answer, later
    void read();
  }, [read]);

  const withdrawForGood = useCallback(
    async (id: string) => {
      clearTimeout(timer.current);
      const answer = await withdrawLink(alias, hostKey, id);
      if (!answer.ok) setProblem(problems[answer.status] ?? 'other');
      setGoing(null);
      await read();
    },
    [alias, hostKey, read],
  );
  const { postpone, takeBack, carryOut } = usePostponed(withdrawForGood);

  async function make(displayName: string): Promise<boolean> {
    setProblem(null);
    const answer = await makeLink(alias, hostKey, displayName);
    if (!answer.ok) setProblem(problems[answer.status] ?? 'other');
    else setMade(answer.value);
    if (answer.ok) await read();
    return answer.ok;
  }

  async function withdraw(id: string) {
    setProblem(null);
    await carryOut();
    postpone(id);
    timer.current = setTimeout(() => void carryOut(), UNDO_WITHIN_MS);
    setGoing(id);
    if (made?.id === id) setMade(null);
  }

  function undo() {
    clearTimeout(timer.current);
    takeBack();
    setGoing(null);
  }

  return {
    links: links?.filter((link) => link.withdrawnAt === null) ?? null,
    made,
    problem,
    going,
    make,
    withdraw,
    undo,
  };
}
