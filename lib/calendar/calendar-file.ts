import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { opensAt, type MeetingWindow } from '@/lib/meetings/meeting';
import { calendarWords } from './calendar-words';

/** What an entry in somebody's calendar is made from. */
export interface CalendarMeeting extends MeetingWindow {
  id: string;
  alias: string;
  topic: string | null;
  revision: number;
}

export interface CalendarWishes {
  link: string;
  /** How to call in by telephone or from a room; `{alias}` in it is what is dialled. */
  dialIn: string | null;
  /** Languages that its reader speaks, best first (BCP 47). */
  tags: readonly string[];
  /** IANA name. */
  timeZone: string;
  /** Our host name, which makes the entry's id unique in the world. */
  host: string;
}

/**
 * A meeting as a calendar file (RFC 5545). Its times are in UTC, which every calendar shows in its owner's zone, whatever
 * rules that zone gets until then; the zone asked for is that of the words. An entry that is taken in again replaces the one
 * before, for its UID stays and its SEQUENCE rises with every change.
 */
export function calendarFile(meeting: CalendarMeeting, wishes: CalendarWishes, now: Date): string {
  const { link, tags, timeZone, host } = wishes;
  const words = calendarWords(tags, timeZone);
  const calendar = ical({
    prodId: { company: 'Mayfly', product: 'Meetings', language: words.language },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${meeting.id}@${host}`,
    sequence: meeting.revision,
    stamp: now,
    start: meeting.validFrom,
    end: meeting.validUntil,
    summary: meeting.topic ?? words.say('summary'),
    description: description(meeting, wishes, words),
    location: link,
    url: link,
    status: meeting.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

function description(
  meeting: CalendarMeeting,
  { link, dialIn, timeZone }: CalendarWishes,
  { say, moment }: ReturnType<typeof calendarWords>,
): string {
  if (meeting.cancelledAt) return say('cancelled');
  const [from, until] = [moment(opensAt(meeting)), moment(meeting.validUntil)];
  const paragraphs = [say('join', { link }), say('works', { from, until, zone: timeZone })];
  if (dialIn) paragraphs.push(dialIn.replaceAll('{alias}', meeting.alias));
  return paragraphs.join('\n\n');
}
