import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { HostControls } from '@/lib/call/host-controls';
import type { Participant } from '@/lib/call/roster';

type WaitingListProps = { waiting: readonly Participant[]; actions: Pick<HostControls, 'admit' | 'remove'> };

/** Who wants to be let in. */
export function WaitingList({ waiting, actions }: WaitingListProps) {
  const t = useTranslations('people');
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-control bg-accent-soft px-3 py-2">
      <div className="flex items-center justify-between gap-3">
        <h4 id={id} className="text-sm font-semibold">
          {t('waitingTitle')}
        </h4>
        {waiting.length > 1 && (
          <Button size="small" onClick={() => waiting.forEach(({ id: personId }) => actions.admit(personId))}>
            {t('admitAll')}
          </Button>
        )}
      </div>
      <ul>
        {waiting.map((person) => (
          <Waiting key={person.id} person={person} actions={actions} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ person, actions }: { person: Participant; actions: WaitingListProps['actions'] }) {
  const t = useTranslations('people');
  const [isSure, setIsSure] = useState(false);
  const name = person.name || t('unnamed');
  return (
    <li className="flex items-center justify-between gap-2 py-1 text-sm">
      <bdi className="min-w-0 truncate font-medium">{name}</bdi>
      <span className="flex flex-none gap-1.5">
        <Button size="small" aria-label={t('admitName', { name })} onClick={() => actions.admit(person.id)}>
          {t('admit')}
        </Button>
        <Button
          size="small"
          variant={isSure ? 'danger' : 'secondary'}
          aria-label={t(isSure ? 'refuseSureName' : 'refuseName', { name })}
          onClick={() => (isSure ? actions.remove(person.id) : setIsSure(true))}
          onBlur={() => setIsSure(false)}
        >
          {t(isSure ? 'refuseSure' : 'refuse')}
        </Button>
      </span>
    </li>
  );
}
