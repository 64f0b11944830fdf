import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Moment } from '@/components/connection/moment';
import { Section } from '@/components/connection/section';
import type { MeetingDetail } from '@/lib/history/history-reports';
import { Nothing } from './list-frame';
import { badQualityWords, durationWords, endWords, lastedWords, meetingTitle, peopleWords } from './history-words';
import { PersonDetail } from './person-detail';
import { RatingList, Ratings } from './ratings';

/** All that is known of one meeting. */
export function MeetingPage({ detail }: { detail: MeetingDetail }) {
  const { meeting, people, isCut, serverTime } = detail;
  const times = people.flatMap(({ arrivedAt, joinedAt, leftAt, isEndReported }) =>
    // Whose end was lost was put out with the others.
    [arrivedAt, joinedAt, leftAt ?? (isEndReported ? serverTime : meeting.validUntil)].flatMap((time) =>
      time ? Date.parse(time) : [],
    ),
  );
  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-5 pb-24 sm:px-6">
      <Link
        href="/dashboard/history"
        className="inline-flex min-h-11 items-center gap-1.5 text-[0.9375rem] font-medium text-accent"
      >
        <ArrowLeft aria-hidden="true" className="size-4" strokeWidth={2} />
        All meetings
      </Link>
      <h1 className="mt-1 text-2xl font-semibold tracking-tight break-words">{meetingTitle(meeting)}</h1>
      <p className="mt-1 text-[0.9375rem] text-ink-soft">{endWords(meeting)}</p>
      <Facts detail={detail} />
      <RatingList ratings={detail.ratings} />
      <Section title="People" note={isCut ? `The first ${people.length} of them.` : undefined}>
        {people.length === 0 ? (
          <Nothing title="Nobody was in">
            {meeting.call ? 'They dialled and hung up before they were in.' : 'Nobody called into this meeting.'}
          </Nothing>
        ) : (
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
            {people.map((person) => (
              <PersonDetail
                key={person.conversationId}
                person={person}
                from={Math.min(...times)}
                to={Math.max(...times)}
              />
            ))}
          </ul>
        )}
      </Section>
    </main>
  );
}

function Facts({ detail: { meeting } }: { detail: MeetingDetail }) {
  const { call, validFrom, validUntil, cancelledAt, visitorName, createdBy, alias, ratings } = meeting;
  const quality = badQualityWords(call?.worstQuality ?? null);
  return (
    <dl className="mt-5 grid gap-x-8 gap-y-4 rounded-card border border-line bg-surface px-4 py-4 shadow-card sm:grid-cols-2 lg:grid-cols-3">
      <Fact label="Open">
        <Moment at={validFrom} /> – <Moment at={validUntil} />
      </Fact>
      {cancelledAt && (
        <Fact label="Cancelled">
          <Moment at={cancelledAt} />
        </Fact>
      )}
      {visitorName && <Fact label="Visitor">{visitorName}</Fact>}
      {createdBy && <Fact label="Made by">{createdBy}</Fact>}
      {call && (
        <>
          <Fact label="First one came">
            {call.firstArrivedAt ? <Moment at={call.firstArrivedAt} kind="to-the-second" /> : 'not known'}
          </Fact>
          <Fact label="Answered">
            {call.answeredAt ? (
              <>
                <Moment at={call.answeredAt} kind="to-the-second" />
                {call.waitedMs !== null && `, after ${durationWords(call.waitedMs)}`}
              </>
            ) : (
              'No agent came'
            )}
          </Fact>
          {call.hostJoinedAt && (
            <Fact label="First host in">
              <Moment at={call.hostJoinedAt} kind="to-the-second" />
            </Fact>
          )}
          <Fact label="Lasted">{lastedWords(meeting)}</Fact>
          <Fact label="People">
            {peopleWords(call.people)}
            {call.peak !== call.people && `, ${call.peak} at once at most`}
          </Fact>
          {quality && <Fact label="Quality">{quality}</Fact>}
        </>
      )}
      {ratings && (
        <Fact label="Rating">
          <Ratings ratings={ratings} />
        </Fact>
      )}
      <Fact label="Alias">
        <span className="font-mono text-[0.8125rem] break-all">{alias}</span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="min-w-0 text-[0.9375rem] break-words">{children}</dd>
    </div>
  );
}
