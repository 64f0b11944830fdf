import { describe, expect, it } from 'vitest';
import { readCaption, readConference, readDeletedId, readMessage, readParticipant } from './pexrtc-wire';

describe('a participant on the wire', () => {
  it('is read into our words', () => {
    const wire = { uuid: 'u', display_name: 'Dana', role: 'chair', service_type: 'conference', is_muted: 'YES' };
    expect(readParticipant(wire)).toEqual({
      id: 'u',
      name: 'Dana',
      role: 'host',
      isWaiting: false,
      isMuted: true,
      isMutedByHost: true,
      isCameraOff: false,
      handRaisedAt: 0,
      isPresenting: false,
      isBrowser: true,
    });
  });

  it('in the waiting room waits', () => {
    expect(readParticipant({ uuid: 'u', service_type: 'waiting_room' })?.isWaiting).toBe(true);
  });

  it('is muted by a host in words, by itself and without camera in booleans, as the wire mixes them', () => {
    const read = (change: object) => readParticipant({ uuid: 'u', is_muted: 'NO', ...change });
    expect(read({})).toMatchObject({ isMuted: false, isMutedByHost: false, isCameraOff: false, isPresenting: false });
    expect(read({ is_client_muted: true })).toMatchObject({ isMuted: true, isMutedByHost: false });
    expect(read({ is_muted: 'YES', is_client_muted: false })).toMatchObject({ isMuted: true, isMutedByHost: true });
    expect(read({ is_video_muted: true })).toMatchObject({ isCameraOff: true });
    expect(read({ is_video_muted: false })).toMatchObject({ isCameraOff: false });
  });

  it('presents, has a hand up since a time, and calls by telephone', () => {
    expect(
      readParticipant({ uuid: 'u', is_presenting: 'YES', buzz_time: 1_700_000_000.5, protocol: 'sip' }),
    ).toMatchObject({ isPresenting: true, handRaisedAt: 1_700_000_000.5, isBrowser: false });
    expect(readParticipant({ uuid: 'u', is_presenting: 'NO', buzz_time: 0, protocol: 'WebRTC' })).toMatchObject({
      ...{ isPresenting: false, handRaisedAt: 0, isBrowser: true },
    });
  });

  const fields = ['is_client_muted', 'is_video_muted', 'is_presenting', 'buzz_time', 'is_muted', 'display_name'];
  const more = ['role', 'service_type', 'protocol'];
  it.each([...fields, ...more])('whose %s is odd is there all the same, with the rest of what is said', (field) => {
    const wire = { uuid: 'u', display_name: 'Dana', role: 'chair', buzz_time: 7 };
    const unsaid: Record<string, object> = {
      display_name: { name: '' },
      role: { role: 'guest' },
      buzz_time: { handRaisedAt: 0 },
    };
    for (const odd of [null, {}, [], false]) {
      expect(readParticipant({ ...wire, [field]: odd })).toEqual({ ...readParticipant(wire), ...unsaid[field] });
    }
  });

  it('is muted in words or in booleans, whichever a node takes', () => {
    expect(readParticipant({ uuid: 'u', is_muted: true })).toMatchObject({ isMuted: true, isMutedByHost: true });
    expect(readParticipant({ uuid: 'u', is_client_muted: 'YES' })).toMatchObject({ isMuted: true });
    expect(readParticipant({ uuid: 'u', is_video_muted: 'YES' })).toMatchObject({ isCameraOff: true });
  });

  it('of a newer node, with fields unknown to us, is read all the same', () => {
    expect(readParticipant({ uuid: 'u', display_name: 'Dana', hologram: { depth: 3 } })?.name).toBe('Dana');
  });

  it('without a name has none, since a guest’s view may be empty', () => {
    expect(readParticipant({ uuid: 'u', display_name: '' })).toMatchObject({ name: '', role: 'guest' });
  });

  it.each([null, undefined, 'text', 7, {}, { uuid: 7 }, []])('%j is nobody', (value) => {
    expect(readParticipant(value)).toBeNull();
    expect(readDeletedId(value)).toBeNull();
  });

  it('is deleted by its id', () => {
    expect(readDeletedId({ uuid: 'u' })).toBe('u');
  });
});

describe('the conference on the wire', () => {
  it('says whether it has started and is locked', () => {
    expect(readConference({ started: false, locked: true })).toEqual({ isStarted: false, isLocked: true });
  });

  it('that does not say so has started: waiting must not be claimed without reason', () => {
    expect(readConference({})).toEqual({ isStarted: true, isLocked: false });
  });

  it('says whether guests may unmute themselves', () => {
    expect(readConference({ guests_can_unmute: true })).toMatchObject({ mayGuestsUnmute: true });
    expect(readConference({ guests_can_unmute: null })).not.toHaveProperty('mayGuestsUnmute');
  });

  it('of which one field is odd says all the others', () => {
    const wire = { started: true, locked: true, guests_muted: null, chat_enabled: 'NO', guests_can_present: false };
    expect(readConference(wire)).toEqual({ isStarted: true, isLocked: true, mayGuestsPresent: false });
    expect(readConference({ started: null, locked: 'YES' })).toEqual({ isStarted: true });
  });

  it('that cannot be read changes nothing', () => {
    expect(readConference('x')).toBeNull();
  });
});

describe('a message on the wire', () => {
  it('with an odd field is read all the same', () => {
    const odd = { payload: 'Hello', origin: {}, uuid: 7, direct: 'NO' };
    expect(readMessage(odd, false, 1)).toEqual({
      ...{ sender: { id: '', name: '' }, text: 'Hello', isPrivate: false, atMs: 1 },
    });
  });

  it('without words is none', () => {
    expect(readMessage({ origin: 'Dana' }, false, 1)).toBeNull();
  });
});

describe('a caption on the wire', () => {
  it('says whose it is where the node tells', () => {
    const caption = { text: 'Hello', isFinal: false, atMs: 1 };
    const read = (sources?: unknown) => readCaption({ data: 'Hello', is_final: false, sources }, 1);
    expect(read([{ participant_uuid: 'anna', lag: 3 }])).toEqual({ ...caption, speakerId: 'anna' });
    for (const odd of [undefined, [], [{}], 'anna']) expect(read(odd)).toEqual({ ...caption, speakerId: '' });
  });
});
