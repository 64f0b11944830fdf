import { Mic, MicOff, PhoneOff, Video, VideoOff, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { CallView } from '@/lib/call/use-call';
import { useLanguageAttributes } from '../words-provider';
import type { Commands, InCallState } from './use-commands';

declare global {
  interface Window {
    /** Chromium's; elsewhere there is only that of a video. */
    documentPictureInPicture?: { requestWindow(size: { width: number; height: number }): Promise<Window> };
  }
}

export function canPictureInPicture(): boolean {
  return 'documentPictureInPicture' in window || document.pictureInPictureEnabled;
}

/** A window of its own above all others, which ends with the call. */
export function useSmallWindow(stage: RefObject<HTMLElement | null>) {
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
    try {
      if (!window.documentPictureInPicture) {
        const video = stage.current?.querySelector<HTMLVideoElement>('video[data-large]');
        return void (await video?.requestPictureInPicture());
      }
      const small = await window.documentPictureInPicture.requestWindow({ width: 400, height: 290 });
      for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style')) {
        small.document.head.append(small.document.importNode(sheet, true));
      }
      setOpened(small);
    } catch {
      // Refused by the browser or the page around us; the call goes on where it is.
    }
  }

  return { opened, open: () => void open() };
}

type SmallWindowProps = { opened: Window; title: string; view: CallView; state: InCallState; commands: Commands };

/** What matters while one does something else: the picture, and the three buttons that cannot wait. */
export function SmallWindow({ opened, title, view, state, commands }: SmallWindowProps) {
  const t = useTranslations('call');
  const languageAttributes = useLanguageAttributes();
  const video = useRef<HTMLVideoElement>(null);
  const stream = state.conference.presentation?.stream ?? state.remoteStream;
  useEffect(() => {
    if (!video.current) return;
    video.current.srcObject = stream;
    // Muted: the sound stays with the page.
    void video.current.play().catch(() => {});
  }, [stream]);
  const { lang, dir } = languageAttributes;
  useEffect(() => name(opened.document, title, lang, dir), [opened, title, lang, dir]);
  return createPortal(
    <div {...languageAttributes} className="flex h-dvh flex-col bg-stage">
      <video ref={video} muted playsInline aria-label={t('otherSide')} className="min-h-0 flex-1 object-contain" />
      <div className="flex flex-none justify-center gap-3 bg-surface p-2 text-ink">
        <SmallButton
          icon={commands.isHeard ? Mic : MicOff}
          label={t(commands.microphoneLabel)}
          onPress={commands.toggleMicrophone}
        />
        <SmallButton
          icon={commands.isCameraOn ? Video : VideoOff}
          label={t(commands.isCameraOn ? 'stopVideo' : 'startVideo')}
          onPress={commands.toggleCamera}
        />
        <SmallButton icon={PhoneOff} label={t('leave')} isLeave onPress={() => view.session.leave()} />
      </div>
    </div>,
    opened.document.body,
  );
}

/** A document of its own comes without either. */
function name(document: Document, title: string, lang: string, dir: string): void {
  document.title = title;
  Object.assign(document.documentElement, { lang, dir });
}

type SmallButtonProps = { icon: LucideIcon; label: string; isLeave?: boolean; onPress: () => void };

function SmallButton({ icon: Icon, label, isLeave, onPress }: SmallButtonProps) {
  const tone = isLeave ? 'bg-danger text-on-danger hover:bg-danger-strong' : 'bg-sunken hover:bg-line';
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className={`grid size-11 place-items-center rounded-full ${tone}`}
    >
      <Icon aria-hidden="true" className="size-5" strokeWidth={1.75} />
    </button>
  );
}
