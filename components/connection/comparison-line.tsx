import type { ComparisonReport } from '@/lib/events/events-report';
import { agoWords, countWords } from './connection-words';

const ALARM_WORDS: Record<string, string> = {
  eventsink_maximum_backoff: 'An event sink gave up after failing for long',
  eventsink_maximum_posts: 'An event sink gave up with too much to send',
  connectivity_lost: 'A node has lost its connection',
  licenses_exhausted: 'All licences are in use',
  capacity_exhausted: 'The media capacity is used up',
};

/** Whether what nodes report agrees with what the Management Node lists. */
export function ComparisonLine({ comparison, now }: { comparison: ComparisonReport; now: number }) {
  const { lastRunAt, problem, sinkProblem, corrections, alarms } = comparison;
  return (
    <div className="rounded-card border border-line bg-surface px-4 py-3.5 text-[0.9375rem]">
      <p>
        {lastRunAt === null
          ? 'Not compared with the Management Node yet: that happens every minute.'
          : `Compared with the Management Node ${agoWords(now - Date.parse(lastRunAt))}. `}
        {lastRunAt !== null && !problem && (
          <span className="text-ink-soft">
            {corrections === 0
              ? 'Everything agreed.'
              : `${countWords(corrections, 'difference was', 'differences were')} put right.`}
          </span>
        )}
      </p>
      {[problem, sinkProblem].map(
        (text) =>
          text && (
            <p key={text} className="mt-1 text-danger">
              {text}
            </p>
          ),
      )}
      {alarms.map(({ name, node }) => (
        <p key={`${name} ${node}`} className="mt-1 text-warn">
          {ALARM_WORDS[name] ?? name}
          {node && ` (${node})`}
        </p>
      ))}
    </div>
  );
}
