import { expect, it } from 'vitest';
import { draftOf, readDraft, shortens } from './retention-draft';

const settings = { namesDays: 90, eventsDays: 30, meetingsDays: null };

it('reads what it wrote', () => {
  for (const each of [settings, { ...settings, meetingsDays: 365 }])
    expect(readDraft(draftOf(each))).toEqual({ ok: true, settings: each });
});

it('says at each field that is no number of days what would be one', () => {
  const read = readDraft({ namesDays: '6', eventsDays: '1.5', meetingsDays: 'never' });
  expect(read).toMatchObject({
    ok: false,
    errors: expect.objectContaining({
      namesDays: expect.stringContaining('7') as string,
      eventsDays: expect.stringContaining('1') as string,
      meetingsDays: expect.stringContaining('7') as string,
    }),
  });
  expect(readDraft({ ...draftOf(settings), namesDays: '3651' }).ok).toBe(false);
});

it('warns of whatever is kept for a shorter time than before', () => {
  expect(shortens(settings, { ...settings, namesDays: 89 })).toBe(true);
  expect(shortens(settings, { ...settings, meetingsDays: 3650 })).toBe(true);
  expect(shortens({ ...settings, meetingsDays: 365 }, settings)).toBe(false);
  expect(shortens(settings, { ...settings, eventsDays: 31 })).toBe(false);
});
