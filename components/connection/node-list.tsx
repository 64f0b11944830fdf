'use client';

import type { ReportedNode } from '@/lib/decisions/decision-reports';
import { agoWords, byNode, countWords, isSilent } from './connection-words';
import { Moment } from './moment';
import { unaskedWords } from './unasked-words';

/** Who asks us, from where, and when last. */
export function NodeList({ nodes, now }: { nodes: readonly ReportedNode[]; now: number }) {
  return (
    <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
      {byNode(nodes).map(({ node, sightings }) => (
        <li key={node} className="px-4 py-3">
          <p className="font-semibold break-all">{node || 'A request without a node’s address'}</p>
          <ul>
            {sightings.map((sighting) => (
              <LocationRow key={sighting.location} node={sighting} now={now} />
            ))}
          </ul>
          {node !== '' && <Unasked sightings={sightings} />}
        </li>
      ))}
    </ul>
  );
}

/** What the node leaves to Infinity: mostly a switch of its policy profile that nobody turned on. */
function Unasked({ sightings }: { sightings: readonly ReportedNode[] }) {
  const words = unaskedWords(sightings);
  return words === '' ? null : <p className="pt-1 pl-4.5 text-sm text-ink-soft">{words}</p>;
}

/** A node's requests from one location. */
function LocationRow({ node, now }: { node: ReportedNode; now: number }) {
  const silent = isSilent(node, now);
  return (
    <li className="flex flex-wrap items-baseline gap-x-6 gap-y-1 pt-1">
      <span className="flex min-w-0 flex-1 basis-64 items-baseline gap-2.5">
        <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${silent ? 'bg-danger' : 'bg-good'}`} />
        <span className="min-w-0 text-sm text-ink-soft">
          {node.location || 'No location'}
          {node.version && ` · Infinity ${node.version}`}
        </span>
      </span>
      <span className="basis-36 text-sm max-sm:pl-4.5">
        <span className={`block font-medium tabular-nums ${silent ? 'text-danger' : ''}`}>
          {silent && 'Silent: '}
          {agoWords(now - Date.parse(node.lastSeenAt))}
        </span>
        <span className="text-ink-soft">{countWords(node.requests, 'request', 'requests')}</span>
      </span>
      <span className="basis-60 text-sm text-ink-soft max-sm:pl-4.5">
        First seen <Moment at={node.firstSeenAt} />
      </span>
    </li>
  );
}
