import { CalendarClock, CalendarPlus } from 'lucide-react';
import { useFormatter, useLocale, useTimeZone, useTranslations } from 'use-intl';
import { buttonClasses } from '@/components/ui/button';
import { formatTimeLeft, sayDuration } from '@/lib/call/call-clock';
import { opensAtMs } from '@/lib/call/use-meeting';
import { useNow } from '@/lib/call/use-now';
import type { CallView } from '@/lib/call/use-call';
import type { MeetingResponse } from '@/lib/meetings/schemas';
import { DeviceControls } from './device-controls';
import { DeviceNotice } from './device-notice';
import { LobbyPreview } from './lobby-preview';
import { MeetingCard } from './meeting-card';

const dayAndTime = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

/** Within this the seconds count; before it they would only flicker. */
const COUNT_SECONDS_MS = 60 * 60 * 1000;

type MeetingScheduledProps = {
  meeting: MeetingResponse;
  skewMs: number;
  invitation: string | null;
  /** Shortly before the doors open: camera and microphone to get ready with. */
  view?: CallView;
};

/** Before the doors open: when, in the visitor's own time zone, and how long still. */
export function MeetingScheduled({ meeting, skewMs, invitation, view }: MeetingScheduledProps) {
  const t = useTranslations('join');
  const format = useFormatter();
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const now = useNow(skewMs);
  const leftMs = now === null ? null : Math.max(0, opensAtMs(meeting) - now);
  return (
    <MeetingCard icon={CalendarClock} title={meeting.topic ?? t('scheduledTitle')}>
      {leftMs !== null && (
        <>
          <p>
            {t.rich('startsOn', {
              when: format.dateTime(new Date(meeting.validFrom), dayAndTime),
              moment: (when) => <time dateTime={meeting.validFrom}>{when}</time>,
            })}
          </p>
          <p className="text-sm">{t('inZone', { zone: zoneName(meeting.validFrom, locale, zone) })}</p>
          <p role="timer" className="my-5 text-ink">
            <span className="block text-sm font-semibold">{t('opensIn')}</span>
            <span className="font-display text-4xl font-medium tabular-nums">
              {leftMs > COUNT_SECONDS_MS ? sayDuration(leftMs, locale) : formatTimeLeft(leftMs)}
            </span>
          </p>
        </>
      )}
      {view && (
        <div className="mb-5">
          <LobbyPreview view={view} />
          <div className="mt-3 flex justify-center gap-3">
            <DeviceControls view={view} />
          </div>
          <DeviceNotice devices={view.devices} isInCall={false} />
        </div>
      )}
      <p>{t('keepOpen')}</p>
      {leftMs !== null && (
        <a
          href={calendarAddress(meeting.alias, invitation, locale, zone)}
          // Without the network the page stays, and lets in when it is time.
          download
          target="_blank"
          className={buttonClasses('secondary', 'medium', 'mt-5')}
        >
          <CalendarPlus aria-hidden="true" className="size-4" strokeWidth={1.75} />
          {t('addToCalendar')}
        </a>
      )}
    </MeetingCard>
  );
}

function calendarAddress(alias: string, invitation: string | null, lang: string, tz: string): string {
  const query = new URLSearchParams({ lang, tz, ...(invitation ? { i: invitation } : {}) });
  return `/api/meetings/${encodeURIComponent(alias)}/calendar.ics?${query}`;
}

/** What people call the zone on that day: `Central European Summer Time`. */
function zoneName(at: string, locale: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
