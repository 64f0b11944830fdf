import { LoaderCircle, MonitorUp, Volume2, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Link } from '@/lib/call/call-machine';
import { captionsOnShow, type Caption } from '@/lib/call/captions';
import type { Conference } from '@/lib/call/conference';
import { useNow } from '@/lib/call/use-now';
import type { Corner } from './use-in-call-ui';

const chip = 'inline-flex max-w-full items-center gap-1.5 rounded-full bg-stage/80 px-2.5 py-1 text-xs font-semibold';

/** Over everything while the connection is lost: what happens, and that there is nothing to do. */
export function LinkVeil({ link, isSmall }: { link: Exclude<Link, 'steady'>; isSmall: boolean }) {
  const t = useTranslations('call.veil');
  return (
    <div
      className="absolute inset-0 z-20 flex flex-col items-center justify-center gap-2 bg-stage/85 px-8 text-center
        text-on-stage"
    >
      <LoaderCircle aria-hidden="true" className="size-7 animate-spin motion-reduce:animate-none" strokeWidth={1.75} />
      <p className={isSmall ? 'text-sm font-semibold' : 'font-display text-xl font-medium'}>{t(link)}</p>
      {!isSmall && <p className="max-w-xs text-sm text-balance text-on-stage-soft">{t(`${link}Lead`)}</p>}
    </div>
  );
}

/** Who else is heard now, by name. */
export function Speaker({ conference, isAtEnd }: { conference: Conference; isAtEnd: boolean }) {
  const t = useTranslations('call.stage');
  const { speakers, selfId, roster } = conference;
  const speaker = roster.people.get(speakers.find((id) => id !== selfId) ?? '');
  if (!speaker?.name) return null;
  return (
    <p
      aria-label={t('speaking', { name: speaker.name })}
      className={`${chip} absolute bottom-3 max-w-[60%] ${isAtEnd ? 'end-3' : 'start-3'}`}
    >
      <Volume2 aria-hidden="true" className="size-3.5 flex-none rtl:-scale-x-100" />
      <bdi className="truncate">{speaker.name}</bdi>
    </p>
  );
}

/** Who shares a screen, and that it is still on its way. */
export function Presenter({ presentation }: Pick<Conference, 'presentation'>) {
  const t = useTranslations('call.stage');
  if (!presentation) return null;
  const name = presentation.presenter;
  return (
    <p className={chip}>
      <MonitorUp aria-hidden="true" className="size-3.5 flex-none" />
      <span className="truncate">{t(presentation.stream ? 'sharing' : 'screenComing', { name })}</span>
    </p>
  );
}

/** So wide that one's own picture (pictures.tsx) has its place beside them. */
const besides: Partial<Record<Corner, string>> = {
  'end-bottom': 'start-4 end-[calc(clamp(6rem,26%,13rem)+1.5rem)]',
  'start-bottom': 'start-[calc(clamp(6rem,26%,13rem)+1.5rem)] end-4',
};

/**
 * What is being said, as the conference writes it down, clear of one's own picture. Not read aloud: it is there already
 * for ears.
 */
export function CaptionLines({ captions, clearOf }: { captions: readonly Caption[]; clearOf: Corner | null }) {
  const t = useTranslations('call.stage');
  const nowMs = useNow(0) ?? 0;
  return (
    <div
      role="group"
      aria-label={t('captions')}
      className={`pointer-events-none absolute bottom-12 z-10 flex flex-col items-center gap-1 text-center ${
        (clearOf && besides[clearOf]) ?? 'inset-x-4'
      }`}
    >
      {captionsOnShow(captions, nowMs).map(({ text }, line) => (
        <p key={line} dir="auto" className="max-w-lg rounded-control bg-black/80 px-2.5 py-1 text-base/snug text-white">
          {text}
        </p>
      ))}
    </div>
  );
}

export function Talking({ icon: Icon }: { icon: LucideIcon }) {
  const t = useTranslations('call.stage');
  return (
    <p className="absolute inset-x-0 bottom-3 z-20 flex justify-center">
      <span className={`${chip} bg-accent text-on-accent`}>
        <Icon aria-hidden="true" className="size-3.5" />
        {t('talking')}
      </span>
    </p>
  );
}
