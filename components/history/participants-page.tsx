'use client';

import { useState } from 'react';
import { SelectField } from '@/components/ui/select-field';
import type { ParticipantPage } from '@/lib/history/history-reports';
import { ExportButton } from './export-button';
import { fetchParticipants } from './history-api';
import {
  isFiltered,
  NO_PARTICIPANT_FILTER,
  ownTimeZone,
  QUALITY_CHOICES,
  queryOf,
  WHO_CHOICES,
  withOwnZone,
  type ParticipantFilter,
} from './history-filter';
import { ListFrame, Nothing } from './list-frame';
import { PageFrame } from './page-frame';
import { ParticipantRow } from './participant-row';
import { PeriodFields } from './period-fields';
import { SearchForm } from './search-form';
import { usePages } from './use-pages';

async function fetchPage(query: string) {
  const answer = await fetchParticipants(query);
  if (!answer.ok) return answer;
  return { ok: true as const, value: { rows: answer.value.participants, before: answer.value.before } };
}

type ParticipantsPageProps = { initial: ParticipantPage; initialFilter: ParticipantFilter };

/** Everybody who was in a meeting. */
export function ParticipantsPage({ initial, initialFilter }: ParticipantsPageProps) {
  const list = usePages({ rows: initial.participants, before: initial.before }, initialFilter, fetchPage);
  const { filter, rows, before, pending, failure, choose, older } = list;
  const [typed, setTyped] = useState(initialFilter.search);
  const change = (part: Partial<ParticipantFilter>) =>
    void choose(withOwnZone({ ...filter, search: typed.trim(), ...part }, ownTimeZone()));

  function clear() {
    setTyped('');
    void choose(NO_PARTICIPANT_FILTER);
  }

  return (
    <PageFrame
      title="Participants"
      intro="Everybody who was in a meeting, who came last first. A person is listed once for each meeting."
      actions={
        <ExportButton
          path={`/api/history/participants/csv${queryOf(filter)}`}
          fileName="participants.csv"
          disabled={rows.length === 0}
        />
      }
    >
      <SearchForm
        label="Search"
        placeholder="Name or address"
        typed={typed}
        onType={setTyped}
        onSubmit={() => change({})}
        isBusy={pending === 'filter'}
        isNarrowed={isFiltered(filter) || typed !== ''}
        onClear={clear}
      >
        <PeriodFields period={filter} onChange={change} />
        <SelectField
          label="Who"
          className="min-w-0 sm:w-52"
          value={filter.who}
          choices={WHO_CHOICES}
          onChoose={(who) => change({ who })}
        />
        <SelectField
          label="Quality"
          className="min-w-0 sm:w-42"
          value={filter.quality}
          choices={QUALITY_CHOICES}
          onChoose={(quality) => change({ quality })}
        />
      </SearchForm>
      <ListFrame
        {...{ pending, failure }}
        count={rows.length}
        hasOlder={before !== null}
        onOlder={() => void older()}
        empty={<Nobody isNarrowed={isFiltered(filter)} />}
      >
        {rows.map((person) => (
          <ParticipantRow key={`${person.meeting.id} ${person.conversationId}`} person={person} />
        ))}
      </ListFrame>
      {rows.length > 0 && (
        <p className="mt-4 text-sm text-ink-soft">
          An export has all that fit, not only what is shown, the latest first.
        </p>
      )}
    </PageFrame>
  );
}

function Nobody({ isNarrowed }: { isNarrowed: boolean }) {
  return isNarrowed ? (
    <Nothing title="Nobody like this">
      Names and addresses are erased after a while, and cannot be found then. Try fewer words, or clear the search.
    </Nothing>
  ) : (
    <Nothing title="Nobody yet">Infinity tells us who is in a call. As soon as somebody was, they appear here.</Nothing>
  );
}
