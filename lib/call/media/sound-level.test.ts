import { describe, expect, it } from 'vitest';
import { heardIn, levelOf, nextHearing, nothingHeard, type Heard, type Hearing } from './sound-level';

const samples = (value: number) => new Float32Array(512).fill(value);
const speech: Heard = { level: 0.7, isNothing: false };
const room: Heard = { level: 0.1, isNothing: false };
const nothing: Heard = { level: 0, isNothing: true };

/** Looks 20 times a second for as long as told. */
function listen(heard: Heard, seconds: number, isMuted: boolean, from: Hearing = nothingHeard, startMs = 0): Hearing {
  let hearing = from;
  for (let look = 0; look <= seconds * 20; look++) hearing = nextHearing(hearing, heard, isMuted, startMs + look * 50);
  return hearing;
}

describe('the level', () => {
  it.each([
    [0, 0],
    [0.0001, 0],
    [0.001, 0],
    [0.0316, 0.5],
    [1, 1],
    [3, 1],
  ])('of samples at %d is %d', (value, level) => {
    expect(levelOf(samples(value))).toBeCloseTo(level, 2);
  });

  it('of a quiet room is little, and that of a microphone that is switched off is nothing at all', () => {
    expect(heardIn(samples(0.0002), true)).toEqual({ level: 0, isNothing: false });
    expect(heardIn(samples(0), true)).toEqual({ level: 0, isNothing: true });
    expect(heardIn(new Float32Array(), true)).toMatchObject({ level: 0 });
  });
});

it('a microphone that takes out noise is not called silent once somebody was heard from it', () => {
  expect(heardIn(samples(0), false)).toEqual({ level: 0, isNothing: false });
});

describe('hints about the microphone', () => {
  it('one that gives nothing for five seconds is silent, and no longer once it gives something', () => {
    expect(listen(nothing, 4.9, false).hint).toBeNull();
    const silent = listen(nothing, 5, false);
    expect(silent.hint).toBe('silent');
    expect(nextHearing(silent, room, false, 5_100).hint).toBeNull();
  });

  it('a quiet room and a muted microphone are not called silent', () => {
    expect(listen(room, 60, false).hint).toBeNull();
    expect(listen(nothing, 60, true).hint).toBeNull();
  });

  it('who speaks while muted is told after half a second, and who speaks unmuted is not', () => {
    expect(listen(speech, 0.3, true).hint).toBeNull();
    expect(listen(speech, 0.6, true).hint).toBe('speaking-muted');
    expect(listen(speech, 10, false).hint).toBeNull();
  });

  it('the reminder stays long enough to be read, and goes', () => {
    const reminded = listen(speech, 1, true);
    expect(listen(room, 2, true, reminded).hint).toBe('speaking-muted');
    expect(listen(room, 9, true, reminded).hint).toBeNull();
  });

  it('a cough is not speech', () => {
    const cough = listen(speech, 0.3, true);
    expect(listen(speech, 0.3, true, listen(room, 3, true, cough)).hint).toBeNull();
  });
});
