'use client';

import { Search } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import type { FoundPeople, FoundPerson } from '@/lib/retention/retention-report';
import { EraseDialog } from './erase-dialog';
import { FoundRow } from './found-row';
import { erasePeople, findPeople } from './history-api';
import { peopleWords } from './history-words';

const keyOf = ({ person }: FoundPerson) => JSON.stringify(person);

/** Finds somebody by name or address, and erases whom the agent chooses. */
export function ErasePeople() {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<FoundPeople | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setIsBusy] = useState(false);
  const [words, setWords] = useState<{ text: string; isError: boolean } | null>(null);
  const [isConfirming, setIsConfirming] = useState(false);
  // An answer to a question that has been replaced meanwhile is dropped.
  const asked = useRef(0);
  const erasable = found?.people.filter(({ isThere }) => !isThere) ?? [];
  const picked = erasable.filter((one) => chosen.has(keyOf(one)));

  async function find() {
    const number = (asked.current += 1);
    setIsBusy(true);
    const answer = await findPeople(typed.trim());
    if (number !== asked.current) return;
    setIsBusy(false);
    setChosen(new Set());
    setFound(answer.ok ? answer.value : null);
    setWords(
      answer.ok
        ? null
        : { text: answer.fields.search ? 'Type two characters at least.' : answer.message, isError: true },
    );
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void find();
  }

  function choose(one: FoundPerson, isChosen: boolean) {
    const next = new Set(chosen);
    if (isChosen) next.add(keyOf(one));
    else next.delete(keyOf(one));
    setChosen(next);
  }

  async function erase() {
    const answer = await erasePeople(picked.map(({ person }) => person));
    if (!answer.ok) return answer.message;
    await find();
    const { people, events } = answer.value;
    setWords({
      text: `Erased ${peopleWords(people)}, also in ${events.toLocaleString('en')} of Infinity’s reports.`,
      isError: false,
    });
    setIsConfirming(false);
    return null;
  }

  return (
    <Card className="p-4 sm:p-6">
      <form role="search" onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <TextField
          label="Whose name or address"
          placeholder="Part of a name or of an address"
          className="min-w-0 flex-1 basis-60"
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={250}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" variant="secondary" busy={isBusy}>
          {!isBusy && <Search aria-hidden="true" className="size-4" strokeWidth={1.75} />}
          Find
        </Button>
      </form>
      <p role="status" className={`mt-3 text-[0.9375rem] empty:hidden ${words?.isError ? 'text-danger' : 'text-good'}`}>
        {words?.text}
      </p>
      {found && found.people.length === 0 && !words && (
        <p className="mt-3 text-[0.9375rem] text-ink-soft">
          Nobody is known by this. Who was erased, by you or by age, cannot be found any more.
        </p>
      )}
      {found && found.people.length > 0 && (
        <>
          <div className="mt-4 flex flex-wrap items-center gap-3">
            <Button
              variant="quiet"
              className="-ml-3"
              onClick={() => setChosen(picked.length === erasable.length ? new Set() : new Set(erasable.map(keyOf)))}
            >
              {picked.length === erasable.length ? 'Choose none' : `Choose all ${erasable.length}`}
            </Button>
            {found.isCut && <p className="text-sm text-ink-soft">There are more. Say more of the name to see them.</p>}
          </div>
          <ul className="divide-y divide-line rounded-control border border-line">
            {found.people.map((one) => (
              <FoundRow
                key={keyOf(one)}
                found={one}
                isChosen={chosen.has(keyOf(one))}
                onChoose={(isChosen) => choose(one, isChosen)}
              />
            ))}
          </ul>
          <Button
            variant="danger"
            className="mt-4"
            disabled={picked.length === 0}
            onClick={() => setIsConfirming(true)}
          >
            Erase {picked.length > 0 ? picked.length : ''}…
          </Button>
        </>
      )}
      {isConfirming && <EraseDialog count={picked.length} onErase={erase} onClose={() => setIsConfirming(false)} />}
    </Card>
  );
}
