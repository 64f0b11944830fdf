import { Moment } from '@/components/connection/moment';
import type { DetailedPerson } from '@/lib/history/history-reports';
import { durationWords, leftWords, personName } from './history-words';
import { BadQuality } from './meeting-row';
import { QualityChart } from './quality-chart';
import { QualityTable } from './quality-table';
import { qualitySpans } from './quality-spans';
import { StreamTable } from './stream-table';

type PersonDetailProps = { person: DetailedPerson; from: number; to: number };

/** One person's stay in a meeting. `from` and `to` are the whole call's. */
export function PersonDetail({ person, from, to }: PersonDetailProps) {
  const { address, protocol, role, agent, arrivedAt, joinedAt, leftAt, durationMs } = person;
  const cameAt = joinedAt ?? arrivedAt;
  const spans = cameAt ? qualitySpans(person.quality, Date.parse(cameAt), leftAt ? Date.parse(leftAt) : to) : [];
  return (
    <li className="px-4 py-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h3 className="min-w-0 font-semibold break-words">{personName(person)}</h3>
        <span className="text-sm text-ink-soft">{agent ? 'agent' : (role ?? 'role unknown')}</span>
        {address && <span className="min-w-0 text-sm break-all text-ink-soft">{address}</span>}
        {protocol && <span className="text-sm text-ink-soft">{protocol}</span>}
        <BadQuality worst={person.worstQuality} />
      </div>
      <p className="mt-0.5 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-soft">
        {arrivedAt && (
          <span>
            came <Moment at={arrivedAt} kind="time" />
          </span>
        )}
        <span>{joinedAt ? <Joined arrivedAt={arrivedAt} joinedAt={joinedAt} /> : 'never let in'}</span>
        <span>
          {leftAt ? (
            <>
              left <Moment at={leftAt} kind="time" />
              {leftWords(person) && `: ${leftWords(person)}`}
            </>
          ) : person.isEndReported ? (
            'still there'
          ) : (
            leftWords(person)
          )}
        </span>
        {durationMs !== null && <span>{durationWords(durationMs)} inside</span>}
      </p>
      {spans.length > 0 && (
        <div className="mt-3">
          <QualityChart spans={spans} from={from} to={to} />
          <QualityTable changes={person.quality} />
        </div>
      )}
      <StreamTable streams={person.streams} />
    </li>
  );
}

function Joined({ arrivedAt, joinedAt }: { arrivedAt: string | null; joinedAt: string }) {
  const waitedMs = arrivedAt ? Date.parse(joinedAt) - Date.parse(arrivedAt) : 0;
  return (
    <>
      in since <Moment at={joinedAt} kind="time" />
      {waitedMs >= 1_000 && `, after ${durationWords(waitedMs)}`}
    </>
  );
}
