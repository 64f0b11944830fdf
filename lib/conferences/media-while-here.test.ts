import { expect, test } from 'vitest';
import type { LegMediaRow, LegRow } from './leg';
import { mediaSpans, mediaWhileHere } from './media-while-here';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 12, minute));
const leg = (id: string, since: number | null, until: number | null, relatedIds: string[] = []) =>
  ({
    id,
    relatedIds,
    mediaSince: since === null ? null : at(since),
    mediaUntil: until === null ? null : at(until),
  }) as LegRow;
const told = (legId: string, streams: LegMediaRow['streams'] = null): LegMediaRow => ({
  ...{ legId, quality: 4, worstQuality: 4, streams },
});
const moments = (
  [
    ['leg', 1, 3],
    ['leg', 9, 2],
    ['leg', 15, 4],
    ['leg', 25, 1],
    ['leg', 25, 0],
    ['other', 5, 4],
  ] as const
).map(([legId, minute, quality]) => ({ legId, at: at(minute), quality }));
const here = (legs: LegRow[], ...media: LegMediaRow[]) => {
  const rows = mediaWhileHere(new Map(media.map((row) => [row.legId, row])), mediaSpans(legs), moments);
  return media.map(({ legId }) => rows.get(legId)!);
};
const first = leg('leg~1', null, 10, ['leg']);
const second = leg('leg~2', 10, 20, ['leg']);
const last = leg('leg', 20, null);

test('each stay has the quality that was measured in it, and begins with what was measured last before it', () => {
  expect(here([first], told('leg'))).toMatchObject([{ quality: 2, worstQuality: 3 }]);
  expect(here([second], told('leg'))).toMatchObject([{ quality: 4, worstQuality: 4 }]);
  expect(here([last], told('leg'))).toMatchObject([{ quality: 1, worstQuality: 4 }]);
  expect(here([leg('leg~2', 10, 12, ['leg'])], told('leg'))).toMatchObject([{ quality: 2, worstQuality: 2 }]);
  expect(here([first, leg('leg', 30, null)], told('leg'))).toMatchObject([{ quality: 1, worstQuality: 3 }]);
  expect(here([leg('leg~1', null, 1, ['leg'])], told('leg'))).toEqual([
    { ...told('leg'), quality: null, worstQuality: null },
  ]);
});

test('final figures are of the stay in which their stream ended, else of the last', () => {
  const [ended, untold] = [
    { id: 'a', endedAt: at(5).toISOString() },
    { id: 'b', endedAt: null },
  ];
  const media = told('leg', [ended, untold]);
  expect(here([first], media)[0]?.streams).toEqual([ended]);
  expect(here([second], media)[0]?.streams).toBeNull();
  expect(here([last], media)[0]?.streams).toEqual([untold]);
});

test('of a leg with one stay, or all of whose stays were here, everything is as it was told', () => {
  expect(here([leg('leg', null, null), leg('other', null, null)], told('leg'), told('other'))).toEqual([
    told('leg'),
    told('other'),
  ]);
  expect(here([last, first, second], told('leg'))).toEqual([told('leg')]);
  expect(here([leg('other', null, null), first], told('leg'), told('other'))[1]).toEqual(told('other'));
});

test('media under an id that only legs name are of the stays of those that were moved', () => {
  const moved = leg('media~1', null, 10, ['media', 'leg']);
  expect(here([leg('control', null, null, ['media', 'leg']), moved], told('leg'))).toMatchObject([{ worstQuality: 3 }]);
  expect(here([leg('media', null, null, ['leg'])], told('leg'))).toEqual([told('leg')]);
});
