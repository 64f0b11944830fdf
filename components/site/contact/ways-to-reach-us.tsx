import { Mail, Phone, Video, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { CLAIMS_EMAIL, CLAIMS_PHONE, EMAIL, OPENING_HOURS, PHONE } from '../offices';
import { TalkButton } from '../talk-button';

const LINK = 'font-semibold text-accent underline-offset-4 hover:underline';

export function WaysToReachUs() {
  return (
    <section aria-label="Ways to reach us" className="mx-auto w-full max-w-6xl px-5 py-16 sm:px-8 sm:py-20">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[1.35fr_1fr_1fr]">
        <Way icon={Video} title="Face to face">
          <p>A video call in this page. Most people are with one of us within a minute, and you can show us things.</p>
          <TalkButton className="mt-5">Start a video call</TalkButton>
          <OpeningHours />
        </Way>
        <Way icon={Phone} title="By telephone">
          <p>
            <a href={PHONE.href} className={LINK}>
              {PHONE.display}
            </a>
            <br />
            Policies, prices and changes, in the same hours.
          </p>
          <p className="mt-4">
            <a href={CLAIMS_PHONE.href} className={LINK}>
              {CLAIMS_PHONE.display}
            </a>
            <br />
            Claims, day and night.
          </p>
        </Way>
        <Way icon={Mail} title="In writing">
          <p>
            <a href={`mailto:${EMAIL}`} className={`${LINK} break-words`}>
              {EMAIL}
            </a>
            <br />
            We answer within one working day.
          </p>
          <p className="mt-4">
            <a href={`mailto:${CLAIMS_EMAIL}`} className={`${LINK} break-words`}>
              {CLAIMS_EMAIL}
            </a>
            <br />
            For documents and photographs, with your claim number.
          </p>
        </Way>
      </div>
    </section>
  );
}

function Way({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) {
  return (
    <Card className="p-6 sm:p-8">
      <span className="inline-flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent">
        <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
      </span>
      <h2 className="mt-5 font-display text-2xl font-medium">{title}</h2>
      <div className="mt-2 text-[0.9375rem] leading-relaxed text-ink-soft">{children}</div>
    </Card>
  );
}

function OpeningHours() {
  return (
    <div className="mt-8 border-t border-line pt-5">
      <h3 className="font-semibold text-ink">Opening hours</h3>
      <dl className="mt-2 space-y-1.5">
        {OPENING_HOURS.map((entry) => (
          <div key={entry.days} className="flex flex-wrap justify-between gap-x-6">
            <dt>{entry.days}</dt>
            <dd className="text-ink">{entry.hours}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
