import { CalendarClock, Check, Languages, Mail, Phone, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { Moment } from '@/components/connection/moment';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { MessageView } from '@/lib/visitor-messages/message-view';

type MessageCardProps = { message: MessageView; onMark: (isAnswered: boolean) => Promise<void> };

const LINK = 'inline-flex min-h-11 items-center gap-2 break-all underline-offset-4 hover:underline';
const ICON = { 'aria-hidden': true, className: 'size-4 shrink-0 text-ink-soft', strokeWidth: 1.75 } as const;

/** One visitor's message, how to answer it, and whether somebody has. */
export function MessageCard({ message, onMark }: MessageCardProps) {
  const [isBusy, setIsBusy] = useState(false);
  const { name, email, phone, text, wantedAt, language, answeredAt, answeredBy, receivedAt } = message;
  const isAnswered = answeredAt !== null;

  function mark() {
    setIsBusy(true);
    void onMark(!isAnswered).finally(() => setIsBusy(false));
  }

  return (
    <Card className="p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="text-lg leading-tight font-semibold break-words">{name}</h2>
          <p className="mt-0.5 text-sm text-ink-soft">
            <Moment at={receivedAt} />
          </p>
        </div>
        <Button
          variant={isAnswered ? 'quiet' : 'secondary'}
          busy={isBusy}
          onClick={mark}
          aria-label={`${isAnswered ? 'Open again' : 'Mark answered'}: ${name}`}
        >
          {isAnswered ? <RotateCcw {...ICON} /> : <Check {...ICON} />}
          {isAnswered ? 'Open again' : 'Mark answered'}
        </Button>
      </div>
      {wantedAt && (
        <p className="mt-3 flex items-center gap-2 font-medium">
          <CalendarClock {...ICON} />
          <span>
            Asks for <Moment at={wantedAt} />
          </span>
        </p>
      )}
      {text && (
        <p
          dir="auto"
          lang={language ?? undefined}
          className="mt-3 max-w-prose leading-relaxed break-words whitespace-pre-line"
        >
          {text}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-x-6 text-[0.9375rem]">
        {email && (
          <a href={`mailto:${encodeURIComponent(email)}`} className={LINK}>
            <Mail {...ICON} />
            {email}
          </a>
        )}
        {phone && (
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={LINK}>
            <Phone {...ICON} />
            {phone}
          </a>
        )}
        {language && (
          <span className="inline-flex min-h-11 items-center gap-2 text-ink-soft">
            <Languages {...ICON} />
            {languageName(language)}
          </span>
        )}
      </div>
      {answeredAt && (
        <p className="mt-1 text-sm text-good">
          Answered{answeredBy && ` by ${answeredBy}`}, <Moment at={answeredAt} />
        </p>
      )}
    </Card>
  );
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' });

function languageName(tag: string): string {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    return tag; // written like one, and none
  }
}
