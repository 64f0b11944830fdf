import { useId } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { selfIn, type Conference } from '@/lib/call/conference';
import type { HostControls } from '@/lib/call/host-controls';
import { groupPeople } from '@/lib/call/people-groups';
import { LateTool } from '../late-tools';
import type { DialDraft } from './dial-out';
import { PersonRow } from './person-row';
import { WaitingList } from './waiting-list';

type PeopleViewProps = DialDraft & {
  conference: Conference;
  /** Null for whoever is no host. */
  actions: HostControls | null;
};

/** Who waits, whose hand is up and since when, and who is in the call. */
export function PeopleView({ conference, actions, dialDraft, onDialDraft }: PeopleViewProps) {
  const t = useTranslations('people');
  const call = useTranslations('call.people');
  const { waiting, handsRaised, inCall } = groupPeople(conference.roster, conference.selfId);
  // While a connection is made anew nobody knows one's role.
  const isGuest = selfIn(conference)?.role === 'guest';
  return (
    <div className="flex flex-col gap-3">
      {actions && waiting.length > 0 && <WaitingList waiting={waiting} actions={actions} />}
      {handsRaised.length > 0 && <Hands people={handsRaised} />}
      <ul aria-label={call('list')} className="flex flex-col">
        {inCall.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isSelf={person.id === conference.selfId}
            isSpeaking={conference.speakers.includes(person.id)}
            actions={actions}
          />
        ))}
      </ul>
      {conference.isLocked && <p className="text-sm text-ink-soft">{t('lockedNote')}</p>}
      {conference.areGuestsMuted && <p className="text-sm text-ink-soft">{t('guestsMutedNote')}</p>}
      {actions && (
        <LateTool>{({ HostTools }) => <HostTools {...{ conference, actions, dialDraft, onDialDraft }} />}</LateTool>
      )}
      <p role="status" className="text-sm text-ink-soft empty:hidden">
        {isGuest && dialDraft !== '' && t('dial.kept')}
      </p>
    </div>
  );
}

/** In the order in which they went up: first come, first heard. */
function Hands({ people }: { people: ReturnType<typeof groupPeople>['handsRaised'] }) {
  const t = useTranslations('people');
  const format = useFormatter();
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-control bg-warn-soft px-3 py-2 text-sm">
      <h4 id={id} className="font-semibold text-warn">
        {t('handsTitle')}
      </h4>
      <ol className="mt-1">
        {people.map(({ id: personId, name, handRaisedAt }) => (
          <li key={personId} className="flex justify-between gap-3">
            <bdi className="truncate">{name || t('unnamed')}</bdi>
            <span className="flex-none text-ink-soft tabular-nums">
              {format.dateTime(handRaisedAt * 1000, { hour: 'numeric', minute: '2-digit' })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
