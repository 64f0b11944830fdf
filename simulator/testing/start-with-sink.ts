import { z } from 'zod';
import { configuration, startPolicyServer } from './policy-server';
import { envelopeSchema, startSinkServer, type Envelope } from './sink-server';
import { startForTest } from './start';
import { until } from './until';

const objects = z.object({ objects: z.array(z.looseObject({ id: z.union([z.string(), z.number()]) })) });

/** A simulator with two nodes, whose every alias is the conference `Room`, and a real event sink. */
export async function startWithSink(
  environment: Record<string, string> = {},
  statusFor: Parameters<typeof startSinkServer>[0] = () => 200,
) {
  const sink = await startSinkServer(statusFor);
  const policy = await startPolicyServer(({ path }) =>
    path.endsWith('/service/configuration')
      ? configuration({ service_type: 'conference', name: 'Room', service_tag: 't', allow_guests: true, pin: '1234' })
      : { status: 404 },
  );
  const simulator = await startForTest({
    SIMULATOR_NODES: '0@Harbour,0@Inland',
    SIMULATOR_POLICY_URL: policy.url,
    SIMULATOR_EVENT_SINK_URL: sink.url,
    ...environment,
  });
  const authorization = `Basic ${btoa('mayfly:dev-management-password')}`;
  const manage = (path: string, method = 'GET', body?: unknown) =>
    fetch(`${simulator.managementUrl}/api/admin/${path}`, {
      method,
      headers: { Authorization: authorization, 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const events = (): Envelope[] =>
    sink
      .accepted()
      .flatMap((message) =>
        message.event === 'eventsink_bulk' ? z.array(envelopeSchema).parse(message.data) : message,
      );
  return {
    sink,
    simulator,
    manage,
    /** What the sink has accepted, out of its bulks. */
    events,
    /** The objects of a list of the Management Node. */
    list: async (path: string) => objects.parse(await (await manage(path)).json()).objects,
    /** Waits for an accepted event of that name, and with that in its data. */
    reported: (event: string, data: Record<string, unknown> = {}) =>
      until(`${event} at the sink`, () =>
        events().find((envelope) => {
          const given = z.record(z.string(), z.unknown()).safeParse(envelope.data).data ?? {};
          return envelope.event === event && Object.entries(data).every(([key, value]) => given[key] === value);
        }),
      ),
    stop: async () => {
      await simulator.stop();
      await sink.stop();
      await policy.stop();
    },
  };
}

export const namesOf = (envelopes: Envelope[]) => envelopes.map(({ event }) => event);
export const seqsOf = (envelopes: Envelope[]) => envelopes.map(({ seq }) => seq);
