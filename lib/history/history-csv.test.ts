import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvHead, csvLines, MEETING_COLUMNS, PARTICIPANT_COLUMNS } from './history-csv';
import type { ReportedMeeting, ReportedParticipant } from './history-reports';
import { streamCsv } from './stream-csv';

const meeting: ReportedMeeting = {
  ...{ id: 'id', alias: 'meet-a', joinUrl: 'https://x.example/join/meet-a', topic: 'Roof', visitorName: null },
  ...{ createdBy: null, state: 'ended', cancelledAt: null, endedHow: 'nobody-came', ratings: null, call: null },
  ...{ validFrom: '2026-11-21T12:00:00.000Z', validUntil: '2026-11-21T13:00:00.000Z' },
};
const person: ReportedParticipant = {
  ...{ conversationId: 'c', displayName: 'Dana', address: null, protocol: 'SIP', role: 'guest', agent: null },
  ...{ arrivedAt: null, joinedAt: null, leftAt: null, leftReason: null, isEndReported: true },
  ...{ durationMs: 61_400, worstQuality: null, meeting: { id: 'id', topic: null, visitorName: null } },
};

const read = (file: string) => parse(file, { bom: true, columns: true }) as Record<string, string>[];

describe('a file', () => {
  it('begins with a byte order mark and the names of its columns, and ends each line as RFC 4180 says', () => {
    const file = csvHead(MEETING_COLUMNS) + csvLines(MEETING_COLUMNS, [meeting]);
    expect(file.startsWith('\uFEFFbegins_at,ends_at,topic')).toBe(true);
    expect(file.split('\r\n')).toHaveLength(3);
    expect(read(file)).toMatchObject([{ topic: 'Roof', visitor: '', ended: 'nobody-came', people: '0' }]);
  });

  it('has durations in seconds and times as they are, and nothing for what is not known', () => {
    const [row] = read(csvHead(PARTICIPANT_COLUMNS) + csvLines(PARTICIPANT_COLUMNS, [person]));
    expect(row).toMatchObject({ duration_seconds: '61', arrived_at: '', worst_quality: '' });
  });

  it('has no cell that a spreadsheet would take for a formula, whatever callers call themselves', () => {
    const names = ['=1+1', '+49 30', '-x', '@SUM(A1)', '\t=x', 'a;=x', '＝x', "'=x", 'quote " , and\nline'];
    const rows = read(
      csvHead(PARTICIPANT_COLUMNS) +
        csvLines(
          PARTICIPANT_COLUMNS,
          names.map((displayName) => ({ ...person, displayName, address: displayName })),
        ),
    );
    expect(rows).toHaveLength(names.length);
    for (const { name = '', address = '' } of rows)
      for (const cell of [name, address]) expect(cell).not.toMatch(/(^|;)\s*[=+\-@＝]/);
    expect(rows.at(-1)?.name).toBe('quote " , and\nline');
  });
});

describe('a long list as a file', () => {
  const page = (rows: number, before: string | null) => ({ rows: Array.from({ length: rows }, () => meeting), before });

  it('is read page by page, only as fast as it is taken', async () => {
    const asked: (string | null)[] = [];
    const stream = await streamCsv(MEETING_COLUMNS, (before) => {
      asked.push(before);
      return Promise.resolve(asked.length < 3 ? page(2, `after ${asked.length}`) : page(1, null));
    });
    expect(asked.length).toBeLessThan(3);
    expect(read(await new Response(stream).text())).toHaveLength(5);
    expect(asked).toEqual([null, 'after 1', 'after 2']);
  });

  it('is no file at all when it cannot be begun, and a broken one when it cannot be ended', async () => {
    const away = () => Promise.reject(new Error('away'));
    await expect(streamCsv(MEETING_COLUMNS, away)).rejects.toThrow('away');
    const stream = await streamCsv(MEETING_COLUMNS, (before) => (before ? away() : Promise.resolve(page(1, 'more'))));
    await expect(new Response(stream).text()).rejects.toThrow('away');
  });

  it('has all of it, however long it is', async () => {
    const pages = 150;
    const rowsEach = Array.from({ length: 2_000 }, () => meeting);
    let asked = 0;
    const stream = await streamCsv({ alias: () => 'a' }, () => {
      asked += 1;
      return Promise.resolve({ rows: rowsEach, before: asked < pages ? 'more' : null });
    });
    const lines = (await new Response(stream).text()).split('\r\n');
    // With its first line, and without what follows the last.
    expect(lines.length - 2).toBe(pages * rowsEach.length);
  });
});
