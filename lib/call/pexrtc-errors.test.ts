import { describe, expect, it } from 'vitest';
import { REFUSALS } from '@/lib/meetings/refusal-sentences';
import { canRetry } from './failures';
import { readPexRtcError, type PexRtcTexts } from './pexrtc-errors';

const english: PexRtcTexts = {
  ERROR_CALL_FAILED: 'Call Failed: ',
  ERROR_CONNECTING: 'Error connecting to conference',
  ERROR_WEBRTC_SUPPORT: 'Error: WebRTC not supported by this browser',
  ERROR_ICE_FAILED: 'Failed to establish media.\n\nEnsure required firewall ports are permitted.',
  ERROR_ICE_CANDIDATES: 'Failed to gather IP addresses',
};
const norwegian: PexRtcTexts = { ...english, ERROR_CALL_FAILED: 'Mislyktes: ', ERROR_CONNECTING: 'Får ikke kontakt' };

describe('what PexRTC says', () => {
  it.each([
    ['Call Failed: Invalid PIN', 'wrong-pin'],
    ['Call Failed: Neither conference nor gateway found', 'refused'],
    ['Call Failed: Participant limit reached', 'full'],
    ['Call Failed: Out of transcoding resource', 'busy'],
    ['Error connecting to conference', 'node-unreachable'],
    ['Error: WebRTC not supported by this browser', 'unsupported'],
    [`Call Failed: ${english.ERROR_ICE_FAILED}`, 'media-blocked'],
    ['Failed to gather IP addresses', 'media-blocked'],
    ['Call Failed: something new', 'other'],
    ['constructor', 'other'],
  ])('%j → %s', (text, failure) => {
    expect(readPexRtcError(text, english, false)).toBe(failure);
  });

  it('of a browser without WebRTC is said of the page where that is opened without https', () => {
    expect(readPexRtcError(english.ERROR_WEBRTC_SUPPORT!, english, false, false)).toBe('insecure');
    expect(canRetry('insecure')).toBe(false);
  });

  const { ended, cancelled, withdrawn, ticketNeeded, ticketUnchecked } = REFUSALS;
  it.each([
    [ended, 'ended', false],
    [cancelled, 'cancelled', false],
    [withdrawn, 'invitation-withdrawn', false],
    [ticketNeeded, 'not-allowed', true],
    [ticketUnchecked, 'busy', true],
  ])('the sentence %j of policy → %s, and whether a second try can help: %s', (sentence, failure, isWorthIt) => {
    const read = readPexRtcError(`Call Failed: ${sentence}`, english, false);
    expect(read).toBe(failure);
    expect(read !== 'wrong-pin' && canRetry(read)).toBe(isWorthIt);
  });

  it('no sentence of policy is without words of its own', () => {
    for (const sentence of Object.values(REFUSALS)) {
      expect(readPexRtcError(`Call Failed: ${sentence}`, english, false), sentence).not.toBe('other');
    }
  });

  it('the bare prefix of PexRTC 27 is its ICE failure', () => {
    expect(readPexRtcError('Call Failed: ', english, false)).toBe('media-blocked');
  });

  it('is matched by the loaded texts, not by English', () => {
    expect(readPexRtcError('Får ikke kontakt', norwegian, false)).toBe('node-unreachable');
    expect(readPexRtcError('Mislyktes: Invalid PIN', norwegian, false)).toBe('wrong-pin');
  });

  it('a build without texts still gets an answer', () => {
    expect(readPexRtcError('Call Failed: Invalid PIN', {}, false)).toBe('other');
    expect(readPexRtcError('Invalid PIN', {}, false)).toBe('wrong-pin');
  });

  it.each(['Error connecting to conference', 'Call Failed: ', 'Invalid token', 'anything'])(
    'once the call was up, %j is a connection lost',
    (text) => {
      expect(readPexRtcError(text, english, true)).toBe('connection-lost');
    },
  );
});
