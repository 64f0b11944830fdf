import { stringify } from 'csv-stringify/sync';
import { guardCell } from '@/lib/media-locations/csv-cells';
import type { DayFigures } from './figures-report';
import type { ReportedMeeting, ReportedParticipant } from './history-reports';

type Cell = string | number | null;

/** The columns of a file, in order, and where each comes from. Times are ISO 8601 UTC, durations seconds. */
export type Columns<Row> = Record<string, (row: Row) => Cell>;

export const MEETING_COLUMNS: Columns<ReportedMeeting> = {
  begins_at: (meeting) => meeting.validFrom,
  ends_at: (meeting) => meeting.validUntil,
  topic: (meeting) => meeting.topic,
  visitor: (meeting) => meeting.visitorName,
  created_by: (meeting) => meeting.createdBy,
  state: (meeting) => meeting.state,
  cancelled_at: (meeting) => meeting.cancelledAt,
  first_arrived_at: ({ call }) => call?.firstArrivedAt ?? null,
  first_joined_at: ({ call }) => call?.firstJoinedAt ?? null,
  host_joined_at: ({ call }) => call?.hostJoinedAt ?? null,
  answered_at: ({ call }) => call?.answeredAt ?? null,
  last_left_at: ({ call }) => call?.lastLeftAt ?? null,
  waited_seconds: ({ call }) => seconds(call?.waitedMs),
  duration_seconds: ({ call }) => seconds(call?.durationMs),
  people: ({ call }) => call?.people ?? 0,
  most_at_once: ({ call }) => call?.peak ?? 0,
  ended: (meeting) => meeting.endedHow,
  worst_quality: ({ call }) => call?.worstQuality ?? null,
  ratings: ({ ratings }) => ratings?.count ?? 0,
  rating_mean: ({ ratings }) => rounded(ratings?.mean),
  alias: (meeting) => meeting.alias,
};

export const PARTICIPANT_COLUMNS: Columns<ReportedParticipant> = {
  arrived_at: (person) => person.arrivedAt,
  joined_at: (person) => person.joinedAt,
  left_at: (person) => person.leftAt,
  name: (person) => person.displayName,
  address: (person) => person.address,
  protocol: (person) => person.protocol,
  role: (person) => person.role,
  agent: (person) => person.agent,
  duration_seconds: (person) => seconds(person.durationMs),
  left_because: (person) => person.leftReason,
  worst_quality: (person) => person.worstQuality,
  meeting_topic: ({ meeting }) => meeting.topic,
  meeting_visitor: ({ meeting }) => meeting.visitorName,
  meeting_id: ({ meeting }) => meeting.id,
};

export const DAY_COLUMNS: Columns<DayFigures> = {
  date: (day) => day.date,
  meetings: (day) => day.meetings,
  with_somebody: (day) => day.visited,
  answered: (day) => day.answered,
  wait_median_seconds: (day) => seconds(day.waitMedianMs),
  wait_p90_seconds: (day) => seconds(day.waitP90Ms),
  mean_duration_seconds: (day) => seconds(day.durationMeanMs),
  total_duration_seconds: (day) => seconds(day.durationTotalMs),
  people: (day) => day.people,
  bad_quality: (day) => day.badQuality,
  ratings: (day) => day.ratings,
  rating_mean: (day) => rounded(day.ratingMean),
};

function seconds(ms: number | null | undefined): number | null {
  return ms === null || ms === undefined ? null : Math.round(ms / 1000);
}

/** Stars to two digits. */
function rounded(mean: number | null | undefined): number | null {
  return mean === null || mean === undefined ? null : Math.round(mean * 100) / 100;
}

/**
 * The file's first line. Begins with a byte order mark, without which spreadsheets read UTF-8 as something else; lines end
 * with CRLF (RFC 4180).
 */
export function csvHead<Row>(columns: Columns<Row>): string {
  return stringify([Object.keys(columns)], { bom: true, record_delimiter: 'windows' });
}

/** Names and addresses come from whoever calls, so that no cell may begin a formula. */
export function csvLines<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const cells = Object.values(columns);
  const lines = rows.map((row) => cells.map((read) => guarded(read(row))));
  return stringify(lines, { record_delimiter: 'windows' });
}

function guarded(cell: Cell): Cell {
  return typeof cell === 'string' ? guardCell(cell) : cell;
}
