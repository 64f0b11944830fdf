import { MessageSquare } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import { DeviceButtons } from '../device-buttons';
import { usePlaying } from '../use-playing';
import { useLanguageAttributes } from '../words-provider';
import { SeenNews } from './news';
import { SmallControl, SmallLeave } from './small-controls';
import { LinkVeil } from './stage-words';
import { TimeLeft } from './time-left';
import type { Commands, InCallState } from './use-commands';
import type { Told } from './use-news';

declare global {
  interface Window {
    /** Chromium's; elsewhere there is only that of a video. */
    documentPictureInPicture?: { requestWindow(size: { width: number; height: number }): Promise<Window> };
  }
}

/** Where a page gets a window of its own it gets one for a video too. */
export function canPictureInPicture(): boolean {
  return document.pictureInPictureEnabled;
}

/** A window of its own above all others, or one for the large picture, which ends with the call. */
export function useSmallWindow(stage: RefObject<HTMLElement | null>, onRefused: () => void) {
  const [opened, setOpened] = useState<Window | null>(null);
  useEffect(() => {
    if (!opened) return;
    const onGone = () => setOpened(null);
    opened.addEventListener('pagehide', onGone);
    return () => {
      opened.removeEventListener('pagehide', onGone);
      opened.close();
    };
  }, [opened]);
  useEffect(
    () => () => {
      if (document.pictureInPictureElement) void document.exitPictureInPicture().catch(() => {});
    },
    [],
  );

  async function open() {
    if (opened) return opened.close();
    // Chromium refuses it to a page in a frame, which may have that of a video.
    const small =
      window.documentPictureInPicture &&
      (await window.documentPictureInPicture.requestWindow({ width: 400, height: 290 }).catch(() => null));
    if (!small) {
      const video = stage.current?.querySelector<HTMLVideoElement>('video[data-large]');
      return void (await video?.requestPictureInPicture().catch(onRefused));
    }
    for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
      small.document.head.append(small.document.importNode(sheet, true));
    }
    setOpened(small);
  }

  return { opened, open: () => void open() };
}

type SmallWindowProps = {
  opened: Window;
  title: string;
  view: CallView;
  state: InCallState;
  commands: Commands;
  told: Told;
  unread: number;
};

/** What matters while one does something else: the picture, what happens, and the three buttons that cannot wait. */
export function SmallWindow({ opened, title, view, state, commands, told, unread }: SmallWindowProps) {
  const t = useTranslations('call');
  const languageAttributes = useLanguageAttributes();
  const video = useRef<HTMLVideoElement>(null);
  const stream = state.conference.presentation?.stream ?? state.remoteStream;
  usePlaying(video, stream);
  const { lang, dir } = languageAttributes;
  useEffect(() => name(opened.document, title, lang, dir), [opened, title, lang, dir]);
  return createPortal(
    <div {...languageAttributes} className="flex h-dvh flex-col">
      <div className="relative min-h-0 flex-1 bg-stage">
        {/* The sound stays with the page. */}
        <video ref={video} muted playsInline aria-label={t('otherSide')} className="size-full object-contain" />
        <div className="absolute inset-x-2 top-2 z-25 flex flex-wrap items-start gap-2">
          {view.meeting && <TimeLeft validUntilMs={view.meeting.validUntilMs} skewMs={view.skewMs} />}
          {unread > 0 && <Unread count={unread} />}
          {state.link === 'steady' && <SeenNews told={told} />}
        </div>
        {state.link !== 'steady' && <LinkVeil link={state.link} isSmall />}
      </div>
      <div className="flex flex-none justify-center gap-3 bg-surface p-2 text-ink">
        <DeviceButtons
          as={SmallControl}
          devices={view.devices}
          commands={commands}
          className="bg-sunken hover:bg-line"
        />
        <SmallLeave session={view.session} />
      </div>
    </div>,
    opened.document.body,
  );
}

/** There is no chat in the window, but one knows that there is something to read. */
function Unread({ count }: { count: number }) {
  const t = useTranslations('call.bar');
  return (
    <span
      role="img"
      aria-label={t('chatUnread', { count })}
      className="inline-flex items-center gap-1.5 rounded-full bg-danger px-2.5 py-1 text-xs font-semibold text-on-danger
        tabular-nums"
    >
      <MessageSquare aria-hidden="true" className="size-3.5" />
      {count}
    </span>
  );
}

/** A document of its own comes without either. */
function name(document: Document, title: string, lang: string, dir: string): void {
  document.title = title;
  Object.assign(document.documentElement, { lang, dir });
}
