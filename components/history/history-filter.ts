// What a list is narrowed to, as its address and its route say it; an empty text narrows nothing.

export interface PeriodFilter {
  /** First and last day, 2026-11-21, in `timeZone`. */
  from: string;
  to: string;
  timeZone: string;
}

export interface MeetingFilter extends PeriodFilter {
  search: string;
  state: string;
  calls: string;
  quality: string;
  rating: string;
}

export interface ParticipantFilter extends PeriodFilter {
  search: string;
  who: string;
  quality: string;
}

const NO_PERIOD: PeriodFilter = { from: '', to: '', timeZone: '' };
export const NO_MEETING_FILTER: MeetingFilter = {
  search: '',
  state: '',
  calls: '',
  quality: '',
  rating: '',
  ...NO_PERIOD,
};
export const NO_PARTICIPANT_FILTER: ParticipantFilter = { search: '', who: '', quality: '', ...NO_PERIOD };

export const STATE_CHOICES = [
  ['', 'Any state'],
  ['scheduled', 'Not open yet'],
  ['open', 'Open'],
  ['ended', 'Ended'],
  ['cancelled', 'Cancelled'],
] as const;

export const CALL_CHOICES = [
  ['', 'Any call'],
  ['answered', 'Answered by an agent'],
  ['not-answered', 'Not answered'],
  ['nobody-came', 'Nobody came'],
] as const;

export const QUALITY_CHOICES = [
  ['', 'Any quality'],
  ['bad', 'Bad or worse'],
] as const;

export const RATING_CHOICES = [
  ['', 'Rated or not'],
  ['low', 'Rated 1–2'],
  ['any', 'Rated'],
] as const;

export const WHO_CHOICES = [
  ['', 'Everybody'],
  ['others', 'Visitors and guests'],
  ['agents', 'Agents'],
  ['never-in', 'Never let in'],
] as const;

export function isFiltered(filter: object): boolean {
  return Object.entries(filter).some(([key, value]) => key !== 'timeZone' && value !== '');
}

/** Days are the reader's own; without days there is no need to say whose. */
export function withOwnZone<Filter extends PeriodFilter>(filter: Filter, timeZone: string): Filter {
  return { ...filter, timeZone: filter.from !== '' || filter.to !== '' ? timeZone : '' };
}

/** The query of a page's own address and of its list's route; empty when nothing is narrowed. */
export function queryOf(filter: object, more: Record<string, string> = {}): string {
  const given = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? '' : `?${query}`;
}

/** The time zone of this browser. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
