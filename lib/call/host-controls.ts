export type DialProtocol = 'auto' | 'sip' | 'h323';

/** What hosts alone may do. The node refuses it silently to others; the roster shows what came of it. */
export interface HostControls {
  /** Lets somebody in who waits. */
  admit(id: string): void;
  remove(id: string): void;
  /** Of oneself, guests may lift it too where the conference lets them. */
  setMutedFor(id: string, isMuted: boolean): void;
  setGuestsMuted(areMuted: boolean): void;
  setLocked(isLocked: boolean): void;
  setHostRole(id: string, isHost: boolean): void;
  lowerHand(id: string): void;
  /** Calls a telephone or a room in; false when the node could not or would not. */
  dialOut(destination: string, protocol: DialProtocol): Promise<boolean>;
  /** Has the node put everybody out, us as well. Does nothing where the node does not take us for a host. */
  endForAll(): void;
}
