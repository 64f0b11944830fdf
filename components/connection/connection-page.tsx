'use client';

import { useState } from 'react';
import { useNow } from '@/lib/call/use-now';
import type { CaptureReport } from '@/lib/capture/capture-report';
import type { ConnectionSummary, DecisionPage, ReportedDecision, SetupFacts } from '@/lib/decisions/decision-reports';
import type { EventsReport } from '@/lib/events/events-report';
import type { ReportedStray } from '@/lib/strays/stray';
import { CapturePanel } from './capture-panel';
import type { DecisionFilter } from './decision-filter';
import { Decisions } from './decision-list';
import { EventsSection } from './events-section';
import { LatencyFigures } from './latency-figures';
import { NodeList } from './node-list';
import { NotHeardYet } from './not-heard-yet';
import { PolicyTester } from './policy-tester';
import { ReasonList } from './reason-list';
import { Section } from './section';
import { SetupHelp } from './setup-help';
import { StatusLine } from './status-line';
import { draftOf } from './recorded-question';
import { StrayRequests } from './stray-requests';
import { PRESETS, type TesterDraft } from './test-parameters';
import { UnknownNames } from './unknown-names';
import { useSummary } from './use-summary';
import { WrongCredentials } from './wrong-credentials';

type ConnectionPageProps = {
  summary: ConnectionSummary;
  decisions: DecisionPage;
  filter: DecisionFilter;
  events: EventsReport;
  capture: CaptureReport;
  strays: readonly ReportedStray[];
  setup: SetupFacts;
};

const TESTER = 'tester';
const NOT_SEEN_ASKING =
  'What a node was not seen asking for may be off in its policy profile, unknown to its release, or needed by nobody of late: only registered devices make it ask for the directory and for registration.';

/** Whether Infinity asks us, how fast we answer, and why we said what we said. */
export function ConnectionPage({
  summary: initial,
  decisions,
  filter,
  events,
  capture,
  strays,
  setup,
}: ConnectionPageProps) {
  const { summary, skewMs, freshness } = useSummary(initial);
  // While the server renders there is no ticking clock; its own moment decides what is silent.
  const now = useNow(skewMs) ?? Date.parse(summary.serverTime);
  const [draft, setDraft] = useState<TesterDraft>(PRESETS[0]!.draft);

  function tryAgain(decision: ReportedDecision) {
    setDraft((before) => draftOf(decision) ?? before);
    const heading = document.getElementById(`${TESTER}-heading`);
    heading?.closest('section')?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  return (
    <main className="mx-auto w-full max-w-6xl px-4 pt-6 pb-24 sm:px-6 sm:pt-8">
      <h1 className="text-2xl font-semibold tracking-tight">Connection</h1>
      <StatusLine nodes={summary.nodes} now={now} freshness={freshness} />
      <PageContents />
      <Section title="Nodes" note={summary.nodes.length > 0 && NOT_SEEN_ASKING}>
        {summary.nodes.length === 0 ? (
          <NotHeardYet refusals={summary.refusals} />
        ) : (
          <NodeList nodes={summary.nodes} now={now} />
        )}
      </Section>
      {summary.refusals.length > 0 && (
        <Section title="Wrong credentials" note="In the last 24 hours, by address and hour.">
          <WrongCredentials refusals={summary.refusals} />
        </Section>
      )}
      <UnknownNames />
      <StrayRequests initial={strays} policyUrl={setup.policyUrl} />
      <Section title="What nodes report" id="events" note="The event sink: who is in which call.">
        <EventsSection initial={events} now={now} />
      </Section>
      <Section title="How fast we answer">
        <LatencyFigures latency={summary.latency} />
      </Section>
      <Section title="What we answer, and why">
        <ReasonList answers={summary.answers} />
      </Section>
      <Section title="Last answers" id="decisions">
        <Decisions initial={decisions} initialFilter={filter} onTryAgain={tryAgain} />
      </Section>
      <Section title="Try a request" id={TESTER} note="Asks what a node would ask, now or at another moment.">
        <PolicyTester draft={draft} onChange={setDraft} />
      </Section>
      <Section
        title="Capture"
        id="capture"
        note="Keeps requests and events as they come, for support. Passwords, PINs, tickets and stream keys are removed; names, aliases and addresses of callers are not."
      >
        <CapturePanel initial={capture} now={now} />
      </Section>
      <Section title="Set up Infinity" id="setup">
        <SetupHelp setup={setup} />
      </Section>
    </main>
  );
}

const PARTS = [
  ['events', 'What nodes report'],
  ['decisions', 'Last answers'],
  [TESTER, 'Try a request'],
  ['capture', 'Capture'],
  ['setup', 'Set up Infinity'],
] as const;

/** The way to what stands further down. */
function PageContents() {
  return (
    <nav aria-label="On this page" className="mt-3">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
        {PARTS.map(([id, words]) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-1.5 font-medium text-accent underline underline-offset-2">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
