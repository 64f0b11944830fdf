import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database, disconnectDatabase } from '@/lib/db/client';
import { findParticipants } from '@/lib/history/participant-history-store';
import { findMeetings } from '@/lib/history/meeting-history-store';
import { testDatabase } from '@/lib/testing/database';
import { plansOf, readWhole } from '@/lib/testing/plans';
import { ageOutHistory } from './age-out-history';
import { eraseLegs, erasePeople as ageOutPeople } from './age-out-store';
import { erasePeople } from './erase-people-store';
import { findPeople } from './find-people-store';

const NOW = new Date();
const PEOPLE = 100_000;

/** A year of calls of ten people each: three quarters of them are erased already, and their reports are gone. */
beforeAll(async () => {
  const client = new pg.Client(await testDatabase());
  await client.connect();
  const at = `now() - one * interval '5 minutes'`;
  const isOld = `one > ${PEOPLE / 4}`;
  const fill = [
    `insert into meeting (alias, service_name, topic, visitor_name, valid_from, valid_until, host_pin, host_key_hash, names_erased_at)
      select 'meet-' || one, 'Call ' || one, 'Claim ' || md5('topic' || one), null, now() - one * interval '50 minutes',
        now() - one * interval '50 minutes' + interval '1 hour', '1', repeat('0', 64),
        case when one > ${PEOPLE / 40} then now() end
      from generate_series(1, ${PEOPLE / 10}) as one`,
    `insert into participant (service_name, conversation_id, display_name, address, arrived_at, left_at, is_counted, is_waiting, is_muted)
      select 'Call ' || one / 10, one, case when ${isOld} then 'Erased' else 'Dana ' || md5('name' || one) end,
        case when not ${isOld} then 'sip:' || one || '@example.com' end, ${at}, ${at}, true, false, false
      from generate_series(1, ${PEOPLE}) as one`,
    `insert into participant_leg (id, conversation_id, service_name, main_name, node, display_name, connected_at, heard_at, disconnected_at)
      select one, one, 'Call ' || one / 10, 'Call ' || one / 10, 'n', case when ${isOld} then 'Erased' else 'Dana ' || md5('name' || one) end, ${at}, ${at}, ${at}
      from generate_series(1, ${PEOPLE}) as one`,
    `insert into sink_event (dedupe_key, subject, envelope, received_at)
      select md5('a' || one)::uuid, 'leg:' || one, '{}', now() - one * interval '10 seconds'
      from generate_series(1, ${PEOPLE}) as one`,
    `insert into sink_event (dedupe_key, subject, unreadable_reason, envelope, received_at)
      select md5('b' || one)::uuid, null, 'not JSON', '{"body":"Dana <"}', now() - one * interval '1 minute'
      from generate_series(1, 3000) as one`,
    `insert into policy_decision (id, at, request, alias, location, node, protocol, caller, caller_alias, outcome, reason, latency_us)
      select md5('c' || one)::uuid, now() - one * interval '5 seconds', 'service', 'meet-' || md5('alias' || one), 'Oslo', 'n', 'sip',
        'Dana ' || md5('name' || one), one || '@example.com', 'configure', 'open', 500
      from generate_series(1, ${PEOPLE}) as one`,
    `insert into webhook_event (type, key, at, payload)
      select 'participant.joined', one, now(), json_build_object('meeting', json_build_object('alias', 'meet-' || one / 10),
        'participant', json_build_object('id', one::text, 'displayName', 'Dana'))
      from generate_series(1, ${PEOPLE / 4}) as one`,
    'vacuum analyze',
  ];
  // Filling takes longer than any query of ours may.
  for (const statement of fill) await client.query(statement);
  await client.end();
}, 120_000);
afterAll(disconnectDatabase);

/** Small ones, and those that such a database need not fill. */
const LARGE = ['meeting', 'participant', 'participant_leg', 'sink_event', 'policy_decision', 'webhook_event'];
const isLarge = (table: string) => LARGE.includes(table);

it('the hourly job reads no table from its beginning, whether there is work or none', async () => {
  const plans = await plansOf(() => ageOutHistory(NOW));
  expect(plans.length).toBeGreaterThan(5);
  expect(readWhole(plans).filter(isLarge)).toEqual([]);
  const again = await plansOf(() => ageOutHistory(NOW));
  expect(readWhole(again).filter(isLarge)).toEqual([]);
});

it('what it takes at once has a limit', async () => {
  const all = new Date(NOW.getTime() + 1_000);
  expect(await ageOutPeople(all)).toEqual({ done: 5_000, isMore: true });
  expect(await eraseLegs(all)).toEqual({ done: 5_000, isMore: true });
});

it.each(['Dana 4f1c', 'DANA 4F1C', 'Müller-Lüdenscheidt'])(
  'somebody called %s is found by an index, whoever is looked for',
  async (search) => {
    const query = { search } as const;
    const context = { take: 50, now: NOW, aliasPrefix: 'meet-' };
    const plans = await plansOf(async () => {
      await findParticipants(query as Parameters<typeof findParticipants>[0], 50);
      await findMeetings(query as Parameters<typeof findMeetings>[0], context);
      await findPeople(search, NOW);
    });
    expect(plans.some((plan) => plan.includes('participant_names_idx'))).toBe(true);
    expect(plans.some((plan) => plan.includes('meeting_names_idx'))).toBe(true);
    expect(plans.some((plan) => plan.includes('participant_leg_names_idx'))).toBe(true);
    expect(readWhole(plans).filter((table) => table.startsWith('participant'))).toEqual([]);
  },
);

it('erasing somebody reads no table as a whole in one statement: on a busy machine that takes longer than any may', async () => {
  const people = await database().participant.findMany({
    where: { displayName: { not: 'Erased' } },
    orderBy: { arrivedAt: 'desc' },
    select: { serviceName: true, conversationId: true },
    skip: 100,
    take: 2,
  });
  const plans = await plansOf(() => erasePeople(people, { kind: 'mayfly' }, NOW));
  expect(readWhole(plans).filter(isLarge)).toEqual([]);
  expect(plans.filter((plan) => plan.startsWith('Update on policy_decision')).length).toBeGreaterThan(10);
});
