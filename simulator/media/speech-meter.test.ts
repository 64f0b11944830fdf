import { expect, test } from 'vitest';
import { SpeechMeter } from './speech-meter';

const tone = (amplitude: number) => Int16Array.from({ length: 480 }, (_, index) => amplitude * Math.sin(index / 5));
const speakersAt = (meter: SpeechMeter, now: number) => [...meter.speakers(now)];

test('a voice speaks and a whisper of noise does not', () => {
  const meter = new SpeechMeter();
  meter.hear('anna', tone(3_000));
  meter.hear('ben', tone(100));
  expect(speakersAt(meter, 500)).toEqual(['anna']);
});

test('a pause between words is no silence, a longer one is', () => {
  const meter = new SpeechMeter();
  meter.hear('anna', tone(3_000));
  expect(speakersAt(meter, 500)).toEqual(['anna']);
  meter.hear('anna', tone(0));
  expect(speakersAt(meter, 1_500)).toEqual(['anna']);
  expect(speakersAt(meter, 1_700)).toEqual([]);
});

test('one click in half a second of silence is no voice', () => {
  const meter = new SpeechMeter();
  meter.hear('anna', tone(1_500));
  for (let frame = 1; frame < 50; frame += 1) meter.hear('anna', tone(0));
  expect(speakersAt(meter, 500)).toEqual([]);
});
