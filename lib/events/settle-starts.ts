import { database, type Transaction } from '@/lib/db/client';
import { causeInWords, isTimeout } from '@/lib/db/prisma-errors';
import { commitWithoutWaiting, mayApply } from './apply-queue-store';
import { applyConferenceNodes } from './conference-node-store';
import { conferencesInDoubt, noteSettled, unsettledStart, type UnsettledStart } from './in-doubt-store';
import { applyLegs } from './leg-store';
import { projectAndTell } from './project-and-tell';
import { legsTouched } from './touched-rows';
import { isItsOwnFault, mayFewerSucceed } from './what-fails';

/** Conferences per transaction: some hundred people, which takes no longer than a batch of events. */
const AT_ONCE = 50;
const TRANSACTION = { maxWait: 3_000, timeout: 10_000 };

/** So long events go on alone after one conference took too long: each time it is tried they wait for it. */
const REST_MS = 60_000;
let restsUntil = 0;

/** After so many of one conference in a row it is left out: all others wait for it, those of other nodes too. */
const MOST_TIMEOUTS = 3;
const NONE_SLOW = { name: '', times: 0 };
let slow = NONE_SLOW;

const NOTHING_TOLD = new Map<string, never>();

/** Whether anything is to be settled now. */
export async function isAnyUnsettled(tx: Transaction): Promise<boolean> {
  return Date.now() >= restsUntil && (await unsettledStart(tx)) !== null;
}

/**
 * Looks again at the next conferences that a sink's start may have ended: a node that crashes may have carried thousands of calls,
 * and what is told next must not wait for all of them. Each conference is settled whole, so that nobody is told of half an end.
 *
 * @returns 'busy' when another instance applies events
 * @throws whatever is no conference's fault; they are settled later
 */
export async function settleNext(most = AT_ONCE): Promise<'more' | 'busy'> {
  let start = null as UnsettledStart | null;
  let names: string[] = [];
  try {
    return await database().$transaction(async (tx) => {
      if (!(await mayApply(tx))) return 'busy';
      await commitWithoutWaiting(tx);
      start = await unsettledStart(tx);
      if (!start) return 'more';
      names = await conferencesInDoubt(tx, start, most);
      await settle(tx, start.node, names);
      await noteSettled(tx, start, names.length < most ? null : names.at(-1)!);
      if (names.includes(slow.name)) slow = NONE_SLOW;
      return 'more';
    }, TRANSACTION);
  } catch (error) {
    if (names.length > 1 && mayFewerSucceed(error)) return settleNext(Math.ceil(names.length / 4));
    const [first] = names;
    if (!start || first === undefined) throw error;
    const isAlwaysSlow = isTimeout(error) && timesTooSlow(first) >= MOST_TIMEOUTS;
    if (!isAlwaysSlow && !isItsOwnFault(error)) throw error;
    await passBy(start, first, error);
    return 'more';
  }
}

/** How often in a row this one took too long, now included. Has events go on alone for a while. */
function timesTooSlow(name: string): number {
  restsUntil = Date.now() + REST_MS;
  slow = { name, times: slow.name === name ? slow.times + 1 : 1 };
  return slow.times;
}

async function settle(tx: Transaction, node: string, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const nodes = await applyConferenceNodes(tx, NOTHING_TOLD, { node, mainNames: names });
  const withOtherEnd = nodes.filter(({ isEndChanged }) => isEndChanged);
  const inLegs = await applyLegs(tx, NOTHING_TOLD, legsTouched({ node, mainNames: names }, withOtherEnd, []));
  await projectAndTell(tx, [...nodes.map(({ mainName }) => mainName), ...inLegs]);
}

/** One that cannot be settled must not hold up all the others. Which it is, a log does not tell: it may bear a person's name. */
async function passBy(start: UnsettledStart, name: string, error: unknown): Promise<void> {
  const [node, at] = [start.node, start.at.toISOString()];
  console.error(`events: what the start of ${node} at ${at} did to one conference is left out: ${causeInWords(error)}`);
  await database().$transaction((tx) => noteSettled(tx, start, name));
}
