import { randomUUID } from 'node:crypto';
import type { DialledCaller } from '../policy/caller';
import type { DialledCall } from './dialled-call';

/** How long what became of a call can be asked for. */
const memoryMs = 60 * 60 * 1000;
const mostKept = 10_000;

/** The dialled calls of the deployment, present and recent. Times are Unix milliseconds. */
export class DialledCalls {
  private readonly byId = new Map<string, DialledCall>();

  open(caller: DialledCaller, kind: { isAudioOnly: boolean; isStreaming: boolean }): DialledCall {
    const id = randomUUID();
    const call: DialledCall = {
      id,
      caller,
      ...kind,
      stage: { type: 'asking' },
      contradictions: [],
      records: [],
    };
    this.byId.set(id, call);
    this.forgetBeyond(mostKept);
    return call;
  }

  get(id: string): DialledCall | undefined {
    return this.byId.get(id);
  }

  isOver(call: DialledCall): boolean {
    return call.stage.type === 'over';
  }

  finish(call: DialledCall, outcome: 'answered' | 'refused' | 'ended', reason: string, now = Date.now()): void {
    if (call.stage.type === 'over') return;
    const conferenceName = call.stage.type === 'joined' ? call.stage.conferenceName : null;
    call.stage = { type: 'over', outcome, reason, conferenceName, at: now };
  }

  /** A node is gone, and with it the calls that have got no further than its prompt. */
  loseNode(nodeIp: string, reason: string): void {
    for (const call of this.byId.values()) if (call.caller.node.ip === nodeIp) this.finish(call, 'ended', reason);
  }

  /** A participant has left; browsers are none of our business. */
  left(participantUuid: string, reason: string): void {
    const call = this.byId.get(participantUuid);
    if (call) this.finish(call, 'ended', reason);
  }

  sweep(now: number): void {
    for (const call of this.byId.values()) {
      const { stage } = call;
      if (stage.type === 'awaiting-pin' && stage.until <= now) this.finish(call, 'ended', 'PIN entry timeout', now);
      if (stage.type === 'over' && now - stage.at >= memoryMs) this.byId.delete(call.id);
    }
  }

  /** Drops the oldest that are over. */
  private forgetBeyond(most: number): void {
    for (const call of this.byId.values()) {
      if (this.byId.size <= most) return;
      if (call.stage.type === 'over') this.byId.delete(call.id);
    }
  }
}
