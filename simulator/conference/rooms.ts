/** Where in a conference somebody is: null is the conference itself, else the uuid of one of its breakout rooms. */
export type Room = string | null;

/** What one node carries of one room. Times are Unix milliseconds. */
export interface Part {
  nodeIp: string;
  room: Room;
  /** When the node got its first leg in that room. */
  startedAt: number;
}

export const partKey = (nodeIp: string, room: Room) => `${room ?? ''}@${nodeIp}`;

/** The service name by which events and the status API call a room (event-sink.md §3). */
export function roomName(serviceName: string, room: Room): string {
  return room === null ? serviceName : `${serviceName}_breakout_${room}`;
}

/** Breakout rooms are conferences of their own to the status API. */
export const roomId = (conferenceId: string, room: Room) => room ?? conferenceId;
