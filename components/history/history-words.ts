import {
  BAD_QUALITY,
  type EndedHow,
  type ReportedMeeting,
  type ReportedPerson,
  type ReportedRatings,
} from '@/lib/history/history-reports';

// How the history says things. Words of a later version of ours are shown as they are.

const ENDED_WORDS: Record<EndedHow, string> = {
  'time-up': 'Time was up',
  cancelled: 'Cancelled',
  host: 'The host ended it',
  administrator: 'An administrator ended it',
  participant: 'A participant ended it',
  'everyone-left': 'Everyone left',
  lost: 'Lost: its node stopped reporting',
  'nobody-came': 'Nobody came',
};

/** Why a meeting is over, or how it stands. */
export function endWords({ endedHow, state, call }: Pick<ReportedMeeting, 'endedHow' | 'state' | 'call'>): string {
  if (endedHow) return ENDED_WORDS[endedHow];
  if (call) return state === 'open' ? 'In a call' : 'Still in a call';
  return state === 'scheduled' ? 'Not open yet' : 'Open, nobody in';
}

/** How long a call lasted. */
export function lastedWords({ endedHow, call }: Pick<ReportedMeeting, 'endedHow' | 'call'>): string {
  if (call && call.durationMs !== null) return durationWords(call.durationMs);
  return endedHow ? 'Not known' : 'It still lasts';
}

export function meetingTitle({ topic, visitorName }: Pick<ReportedMeeting, 'topic' | 'visitorName'>): string {
  return topic ?? visitorName ?? 'Video call';
}

export function personName({ displayName, agent }: Pick<ReportedPerson, 'displayName' | 'agent'>): string {
  return displayName ?? agent ?? 'No name';
}

const QUALITY_WORDS = ['unknown', 'good', 'ok', 'bad', 'terrible'] as const;

/** 0 unknown, 1 good … 4 terrible. */
export function qualityWord(quality: number): string {
  return QUALITY_WORDS[quality] ?? 'unknown';
}

/** Only what is bad is worth a word in a list. */
export function badQualityWords(worst: number | null): string | null {
  if (worst === null || worst < BAD_QUALITY) return null;
  return worst === BAD_QUALITY ? 'Bad quality' : 'Terrible quality';
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** `0 s`, `40 s`, `3 min 5 s`, `12 min`, `1 h 5 min`, `30 h`: as exact as anybody wants to know. */
export function durationWords(ms: number): string {
  const seconds = Math.round(ms / SECOND_MS);
  if (seconds < 60) return `${seconds} s`;
  if (ms < 10 * MINUTE_MS) return joined(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 60) return `${minutes} min`;
  if (ms < 10 * HOUR_MS) return joined(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  return `${Math.round(ms / HOUR_MS).toLocaleString('en')} h`;
}

function joined(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

export function peopleWords(people: number): string {
  return people === 1 ? '1 person' : `${people.toLocaleString('en')} people`;
}

/** `4.3`, `5`: stars of five. */
export function starsWords(mean: number): string {
  return mean.toLocaleString('en', { maximumFractionDigits: 1 });
}

/** `4.3 of 5 (12)`: how well, and by how many. */
export function ratingWords({ count, mean }: Pick<ReportedRatings, 'count' | 'mean'>): string {
  return `${starsWords(mean)} of 5 (${count.toLocaleString('en')})`;
}

/** `67%`; nothing of nothing is no share. */
export function shareWords(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)}%`;
}

const LEFT_WORDS: Record<string, string> = {
  'Call disconnected': 'hung up',
  'Timer expired awaiting token refresh': 'lost their connection',
  'Conference host ended the conference with a DTMF command': 'a host ended the meeting',
  'Conference terminated by a Host participant': 'a host ended the meeting',
  'Conference terminated by an administrator': 'the meeting was ended',
  'Disconnected by an administrator': 'taken out by an administrator',
  'Disconnected by another participant': 'taken out by another participant',
  'Conference terminated by another participant': 'another participant ended the meeting',
  'Timeout waiting for conference host to join or permit access to locked conference': 'nobody let them in',
};

/** Why somebody left; Infinity's own words where we have none (event-sink.md §4). */
export function leftWords({ leftReason, isEndReported }: Pick<ReportedPerson, 'leftReason' | 'isEndReported'>): string {
  if (leftReason) return LEFT_WORDS[leftReason] ?? leftReason;
  return isEndReported ? '' : 'their end was not reported';
}

/** A share of packets that were lost, in per cent; a dash where none were counted. */
export function lossWords(percent: number | null): string {
  if (percent === null) return '–';
  return percent > 0 && percent < 0.1 ? 'under 0.1%' : `${Number(percent.toFixed(1)).toLocaleString('en')}%`;
}
