export interface CallPlan {
  hasMedia: boolean;
  sendAudio: boolean;
  sendVideo: boolean;
  receiveAudio: boolean;
  receiveVideo: boolean;
  /** A call for slides alone; otherwise the slides line is an extra of the call. */
  slidesOnly: 'send' | 'receive' | null;
}

interface Wishes {
  recv_audio: boolean;
  recv_video: boolean;
  audio_source: string | boolean | null;
  video_source: string | boolean | null;
}

/** What a call type of makeCall means (pexrtc.md §4). Unknown types are taken for `video`. */
export function planCall(callType: string | null | undefined, wishes: Wishes): CallPlan {
  const plan: CallPlan = {
    hasMedia: true,
    sendAudio: wishes.audio_source !== false,
    sendVideo: wishes.video_source !== false,
    receiveAudio: wishes.recv_audio,
    receiveVideo: wishes.recv_video,
    slidesOnly: null,
  };
  const nothing = { sendAudio: false, sendVideo: false, receiveAudio: false, receiveVideo: false };
  switch (callType) {
    case 'none':
      return { ...plan, ...nothing, hasMedia: false };
    case 'audioonly':
      return { ...plan, sendVideo: false, receiveAudio: true, receiveVideo: false };
    case 'recvonly':
      return { ...plan, ...nothing, receiveAudio: true, receiveVideo: true };
    case 'recvonlyvideo':
      return { ...plan, ...nothing, receiveVideo: true };
    case 'presentation':
      return { ...plan, ...nothing, slidesOnly: 'receive' };
    case 'screen':
      return { ...plan, ...nothing, slidesOnly: 'send' };
    default:
      return plan;
  }
}

export function direction(sends: boolean, receives: boolean): RTCRtpTransceiverDirection {
  if (sends) return receives ? 'sendrecv' : 'sendonly';
  return receives ? 'recvonly' : 'inactive';
}
