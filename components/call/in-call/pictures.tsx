import { ArrowLeftRight } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useSpeaker } from '@/lib/call/media/use-devices';
import { usePlaying } from '../use-playing';
import { SelfPicture } from '../video-picture';
import { corners, type Corner } from './use-in-call-ui';

const large = 'absolute inset-0 size-full object-contain';
const small = 'aspect-video w-[26%] max-w-52 min-w-24 rounded-control object-cover shadow-card ring-1 ring-on-stage/25';
/** Beneath what the stage says at its top. */
const atTop = 'absolute top-13 z-10';

export type PictureSize = 'large' | 'small' | 'none';
/** Where the smaller of two pictures stands: away from one's own. */
export type Side = 'start' | 'end';

/** The far end's picture and sound. A browser that refuses to play sound unasked is asked by a button. */
export function RemotePicture({ stream, size, side }: { stream: MediaStream | null; size: PictureSize; side: Side }) {
  const t = useTranslations('call');
  const ref = useRef<HTMLVideoElement>(null);
  const { isRefused, play } = usePlaying(ref, stream);
  useSpeaker(ref);
  return (
    <>
      <video
        ref={ref}
        playsInline
        data-large={size === 'large' || undefined}
        aria-label={t('otherSide')}
        className={classFor(size, side)}
      />
      {isRefused && (
        <div className="absolute inset-0 z-20 grid place-items-center">
          <Button onClick={() => void play()}>{t('turnSoundOn')}</Button>
        </div>
      )}
    </>
  );
}

type SharedPictureProps = { stream: MediaStream; presenter: string; size: PictureSize; side: Side };

/** A screen that somebody shares. Its sound comes with everybody's. */
export function SharedPicture({ stream, presenter, size, side }: SharedPictureProps) {
  const t = useTranslations('call.stage');
  const ref = useRef<HTMLVideoElement>(null);
  usePlaying(ref, stream);
  return (
    <video
      ref={ref}
      muted
      playsInline
      data-large={size === 'large' || undefined}
      aria-label={t('sharedScreen', { name: presenter })}
      className={classFor(size, side)}
    />
  );
}

function classFor(size: PictureSize, side: Side): string {
  if (size === 'none') return 'hidden';
  return size === 'large' ? large : `${atTop} ${small} bg-stage ${side === 'end' ? 'end-3' : 'start-3'}`;
}

/** Lies over the smaller picture: pressing makes it the large one. */
export function SwapButton({ side, onSwap }: { side: Side; onSwap: () => void }) {
  const t = useTranslations('call.stage');
  return (
    <button
      type="button"
      aria-label={t('swap')}
      title={t('swap')}
      onClick={onSwap}
      className={`${atTop} ${small} group grid place-items-center ${side === 'end' ? 'end-3' : 'start-3'}`}
    >
      <ArrowLeftRight
        aria-hidden="true"
        className="size-8 rounded-full bg-stage/70 p-1.5 text-on-stage opacity-0 transition-opacity duration-150
          group-hover:opacity-100 group-focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
      />
    </button>
  );
}

const places: Record<Corner, string> = {
  'end-bottom': 'end-3 bottom-3',
  'start-bottom': 'start-3 bottom-3',
  'start-top': 'start-3 top-13',
  'end-top': 'end-3 top-13',
};

type SelfViewProps = {
  stream: MediaStream;
  corner: Corner;
  /** A menu or the veil lies over it: nobody should reach what they cannot see. */
  isCovered: boolean;
  onMove: (corner: Corner) => void;
};

/** One's own picture. Pressing moves it out of the way, to the next corner. */
export function SelfView({ stream, corner, isCovered, onMove }: SelfViewProps) {
  const t = useTranslations('call.stage');
  const next = corners[(corners.indexOf(corner) + 1) % corners.length] ?? corner;
  return (
    <button
      type="button"
      inert={isCovered}
      aria-label={t('moveSelf')}
      onClick={() => onMove(next)}
      className={`absolute z-10 overflow-hidden ${small} ${places[corner]}`}
    >
      <SelfPicture stream={stream} className="size-full" />
    </button>
  );
}
