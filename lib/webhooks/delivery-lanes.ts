import { causeInWords, isDatabaseUnreachable } from '@/lib/db/prisma-errors';
import { deliverNext } from './deliver-webhook';
import { webhooksWithDue } from './delivery-store';
import { AT_ONCE } from './webhook';

interface Lane {
  workers: Set<Promise<void>>;
  /** More has come since a worker began to look: whoever finds nothing looks once more. */
  isWanted: boolean;
}

/**
 * What this process has on its way to each webhook. A receiver that hangs holds its own lane for as long as it likes, and never
 * anybody else's: however much waits for it is not even looked at.
 */
export class DeliveryLanes {
  readonly #underWay = new Map<string, Lane>();
  #looking: Promise<void> | null = null;
  #isAskedAgain = false;
  #isStopped = false;

  /** Looks for what is to be sent, and sends it behind the caller's back. */
  look(): void {
    if (this.#isStopped) return;
    this.#isAskedAgain = this.#looking !== null;
    this.#looking ??= this.#fill()
      .catch(tell)
      .finally(() => {
        this.#looking = null;
        if (this.#isAskedAgain) this.look();
      });
  }

  /** Begins nothing more. Resolves when nothing is on its way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#looking;
    await Promise.all([...this.#underWay.values()].flatMap(({ workers }) => [...workers]));
  }

  async #fill(): Promise<void> {
    for (const webhookId of await webhooksWithDue()) {
      const lane = this.#underWay.get(webhookId) ?? { workers: new Set(), isWanted: false };
      this.#underWay.set(webhookId, lane);
      lane.isWanted = true;
      while (lane.workers.size < AT_ONCE) {
        const worker = this.#deliver(webhookId, lane).finally(() => lane.workers.delete(worker));
        lane.workers.add(worker);
      }
    }
  }

  /** One after the other, until nothing is left. */
  async #deliver(webhookId: string, lane: Lane): Promise<void> {
    try {
      do {
        lane.isWanted = false;
        while (!this.#isStopped && (await deliverNext(webhookId)));
      } while (lane.isWanted);
    } catch (error) {
      tell(error);
    }
  }
}

/** An outage is said once, where it is noticed. What was to be sent is found by the next look. */
function tell(error: unknown): void {
  if (!isDatabaseUnreachable(error)) console.error(`webhooks: ${causeInWords(error)}`);
}
