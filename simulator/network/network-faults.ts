import type { ServerResponse } from 'node:http';
import type { Participant } from '../conference/conference-state';

/** What becomes of a request on a network that is gone: its connection breaks at once, or nothing ever comes back. */
export type CutManner = 'reset' | 'hang';

interface CutDevice {
  participant: Participant;
  manner: CutManner;
}

/** Whose network is gone: single participants' and whole nodes'. It outlives their stay in the conference. */
export class NetworkFaults {
  private readonly devices = new Map<string, CutDevice>();
  private readonly nodes = new Map<string, CutManner>();
  private readonly hanging = new Map<string, Set<ServerResponse>>();

  cutParticipant(participant: Participant, manner: CutManner): void {
    this.devices.set(participant.uuid, { participant, manner });
  }

  cutNode(ip: string, manner: CutManner): void {
    this.nodes.set(ip, manner);
  }

  /** The network of a participant, or of a node by its address, is back. False when it was not gone. */
  restore(key: string): boolean {
    const wasCut = [this.devices.delete(key), this.nodes.delete(key)].includes(true);
    // Their senders try again, as a browser does whose network has changed.
    this.hanging.get(key)?.forEach((response) => response.destroy());
    this.hanging.delete(key);
    return wasCut;
  }

  isParticipantCut(uuid: string): boolean {
    return this.devices.has(uuid);
  }

  isNodeCut(ip: string): boolean {
    return this.nodes.has(ip);
  }

  /** Whether a participant and their node can no longer talk. */
  isSignallingCut({ uuid, nodeIp }: Participant): boolean {
    return this.devices.has(uuid) || this.nodes.has(nodeIp);
  }

  isMediaCut({ uuid, call }: Participant): boolean {
    return this.devices.has(uuid) || (call !== null && this.nodes.has(call.mediaNodeIp));
  }

  /** The cut participant whose device dials an alias: known by call tag, or by the name under which it dialled before. */
  deviceDialling(alias: string, displayName: string, callTag: string): string | null {
    for (const { participant } of this.devices.values()) {
      const isSameTag = callTag !== '' && participant.callTag === callTag;
      const isSameName = participant.localAlias === alias && participant.displayName === displayName;
      if (isSameTag || isSameName) return participant.uuid;
    }
    return null;
  }

  /** Loses a request of a cut participant, or of any client of a cut node. */
  lose(key: string, response: ServerResponse): void {
    const manner = this.devices.get(key)?.manner ?? this.nodes.get(key);
    if (manner !== 'hang') return void response.destroy();
    const hanging = this.hanging.get(key) ?? new Set();
    this.hanging.set(key, hanging.add(response));
    response.on('close', () => hanging.delete(response));
  }
}
