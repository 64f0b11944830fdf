import type { Call } from '@/lib/call/call';

const nothing = () => {};

/** A call in which nothing happens. A test puts in what it looks at. */
export const silentCall: Call = {
  ...{ enterPin: nothing, setMicrophoneMuted: nothing, setCameraMuted: nothing, replaceTrack: nothing },
  ...{ sendMessage: nothing, setHandRaised: nothing, startSharing: nothing, stopSharing: nothing },
  ...{ sendKeys: nothing, setCaptionsShown: nothing, statistics: async () => null, hangUp: nothing },
  ...{ admit: nothing, remove: nothing, setMutedFor: nothing, setGuestsMuted: nothing, setLocked: nothing },
  ...{ setHostRole: nothing, lowerHand: nothing, dialOut: async () => false, endForAll: nothing },
};
