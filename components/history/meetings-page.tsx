'use client';

import { useState } from 'react';
import { SelectField } from '@/components/ui/select-field';
import type { MeetingPage } from '@/lib/history/history-reports';
import { ExportButton } from './export-button';
import { fetchMeetings } from './history-api';
import {
  CALL_CHOICES,
  isFiltered,
  NO_MEETING_FILTER,
  ownTimeZone,
  QUALITY_CHOICES,
  RATING_CHOICES,
  queryOf,
  STATE_CHOICES,
  withOwnZone,
  type MeetingFilter,
} from './history-filter';
import { ListFrame, Nothing } from './list-frame';
import { MeetingRow } from './meeting-row';
import { PageFrame } from './page-frame';
import { PeriodFields } from './period-fields';
import { SearchForm } from './search-form';
import { usePages } from './use-pages';

async function fetchPage(query: string) {
  const answer = await fetchMeetings(query);
  return answer.ok
    ? { ok: true as const, value: { rows: answer.value.meetings, before: answer.value.before } }
    : answer;
}

type MeetingsPageProps = { initial: MeetingPage; initialFilter: MeetingFilter };

/** Every meeting, and what came of it. */
export function MeetingsPage({ initial, initialFilter }: MeetingsPageProps) {
  const list = usePages({ rows: initial.meetings, before: initial.before }, initialFilter, fetchPage);
  const { filter, rows, before, pending, failure, choose, older } = list;
  const [typed, setTyped] = useState(initialFilter.search);
  const change = (part: Partial<MeetingFilter>) =>
    void choose(withOwnZone({ ...filter, search: typed.trim(), ...part }, ownTimeZone()));

  function clear() {
    setTyped('');
    void choose(NO_MEETING_FILTER);
  }

  return (
    <PageFrame
      title="Meetings"
      intro="Every meeting and what came of it, the latest first."
      actions={
        <ExportButton
          path={`/api/history/meetings/csv${queryOf(filter)}`}
          fileName="meetings.csv"
          disabled={rows.length === 0}
        />
      }
    >
      <SearchForm
        label="Search"
        placeholder="Topic, name, alias or join link"
        typed={typed}
        onType={setTyped}
        onSubmit={() => change({})}
        isBusy={pending === 'filter'}
        isNarrowed={isFiltered(filter) || typed !== ''}
        onClear={clear}
      >
        <PeriodFields period={filter} onChange={change} />
        <SelectField
          label="State"
          className="min-w-0 sm:w-42"
          value={filter.state}
          choices={STATE_CHOICES}
          onChoose={(state) => change({ state })}
        />
        <SelectField
          label="Call"
          className="min-w-0 sm:w-52"
          value={filter.calls}
          choices={CALL_CHOICES}
          onChoose={(calls) => change({ calls })}
        />
        <SelectField
          label="Quality"
          className="min-w-0 sm:w-42"
          value={filter.quality}
          choices={QUALITY_CHOICES}
          onChoose={(quality) => change({ quality })}
        />
        <SelectField
          label="Rating"
          className="min-w-0 sm:w-42"
          value={filter.rating}
          choices={RATING_CHOICES}
          onChoose={(rating) => change({ rating })}
        />
      </SearchForm>
      <ListFrame
        {...{ pending, failure }}
        count={rows.length}
        hasOlder={before !== null}
        onOlder={() => void older()}
        empty={<NoMeetings isNarrowed={isFiltered(filter)} />}
      >
        {rows.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
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

function NoMeetings({ isNarrowed }: { isNarrowed: boolean }) {
  return isNarrowed ? (
    <Nothing title="No meeting like this">
      Names are erased after a while, and cannot be found then. Try fewer words, or clear the search to see all
      meetings.
    </Nothing>
  ) : (
    <Nothing title="No meetings yet">
      As soon as somebody calls from the site or makes a meeting, it appears here.
    </Nothing>
  );
}
