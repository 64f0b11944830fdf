import type { LegData } from './leg-data';

/** How often a leg may name others: a person has a handful of legs. */
const MOST_RELATED = 20;
/** Whoever changes their name more often than anybody would is known by the first. */
const MOST_FORMER_NAMES = 20;

interface ReportedEnd {
  /** When it was reported, by which of that node's events. */
  time: number;
  node?: string;
  seq?: number;
  at: number;
  reason: string | null;
  /** When the leg had connected, as this told. */
  connectTime?: number;
}

/** What a leg's events have come to. Plain JSON, since it is stored; times are Unix seconds by the node's clock. */
export interface LegState {
  conversationId: string | null;
  callId: string | null;
  relatedIds: string[];
  serviceName: string | null;
  node: string;
  displayName: string | null;
  /** What it was called before; absent where that is the same. */
  formerNames?: string[];
  address: string | null;
  protocol: string | null;
  callTag: string | null;
  role: 'host' | 'guest' | null;
  stage: string | null;
  /** Infinity called them, and not they; absent while no event has told, and from what was folded before this was noted. */
  isCalled?: boolean;
  /** Has media, or had some: what a person without any is, this decides, and it may lag (event-sink.md §3). */
  hasMedia: boolean;
  /** Two facts on the wire, each with updates of its own. */
  isMutedByHost: boolean;
  isMutedThemselves: boolean;
  isStreaming: boolean;
  connectedAt: number | null;
  joinedAt: number | null;
  /** Since when it is, or was, a host inside, 0 where it was never told to be anything else before (inside-since.ts). */
  hostSince?: number | null;
  heardAt: number | null;
  /** The reported end, and what reported it; some of that is absent from what was folded before it was noted. */
  disconnected: ReportedEnd | null;
  /** That the Management Node lists it no more. Exact when its history told when the leg ended. */
  gone: { at: number; isExact: boolean; reason: string | null } | null;
  /** Where it was before, in order, each as it was when it ended; absent from what was folded before this was noted. */
  stays?: Omit<LegState, 'stays'>[];
  /** When the last of those ended: it came here after that, whatever its call's own times say. */
  since?: number;
}

/** What a leg that comes back begins with again. */
export const NOT_HERE = {
  hasMedia: false,
  connectedAt: null,
  joinedAt: null,
  hostSince: null,
  heardAt: null,
  disconnected: null,
  gone: null,
};

export const UNKNOWN_LEG: LegState = {
  conversationId: null,
  callId: null,
  relatedIds: [],
  serviceName: null,
  node: '',
  displayName: null,
  address: null,
  protocol: null,
  callTag: null,
  role: null,
  stage: null,
  isMutedByHost: false,
  isMutedThemselves: false,
  isStreaming: false,
  ...NOT_HERE,
};

/** Key by key: whether an update carries everything or only what changed is disputed (event-sink.md §3). */
export function mergeLegData(state: LegState, data: LegData): LegState {
  return {
    ...state,
    conversationId: data.conversationId ?? state.conversationId,
    callId: data.callId ?? state.callId,
    // Whoever was one person stays one.
    relatedIds: [...new Set([...state.relatedIds, ...data.relatedIds])].slice(0, MOST_RELATED),
    serviceName: data.serviceName ?? state.serviceName,
    displayName: data.displayName ?? state.displayName,
    formerNames: formerNames(state, data),
    address: data.address ?? state.address,
    protocol: data.protocol ?? state.protocol,
    callTag: data.callTag ?? state.callTag,
    role: data.role ?? state.role,
    stage: data.stage ?? state.stage,
    isCalled: data.isCalled ?? state.isCalled,
    hasMedia: state.hasMedia || data.hasMedia === true,
    isMutedByHost: data.isMutedByHost ?? state.isMutedByHost,
    isMutedThemselves: data.isMutedThemselves ?? state.isMutedThemselves,
    isStreaming: data.isStreaming ?? state.isStreaming,
  };
}

function formerNames({ displayName, formerNames: known }: LegState, data: LegData): string[] | undefined {
  if (displayName === null || data.displayName === undefined || data.displayName === displayName) return known;
  return [...new Set([...(known ?? []), displayName])].slice(0, MOST_FORMER_NAMES);
}
