import { describe, expect, it } from 'vitest';
import { readConference, readDeletedId, readParticipant } from './pexrtc-wire';

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

  it.each(['is_client_muted', 'is_video_muted', 'is_presenting', 'buzz_time', 'is_muted', 'display_name'])(
    'whose %s is null is there all the same',
    (field) => {
      expect(readParticipant({ uuid: 'u', [field]: null })).toMatchObject({ id: 'u', isMuted: false });
    },
  );

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

  it('that cannot be read changes nothing', () => {
    expect(readConference('x')).toBeNull();
  });
});
