'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

/** What a camera at the back of a phone looks at has writing on it; people move the wrong way without a looking-glass. */
const mirrorFor = (stream: MediaStream) =>
  stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment' ? '' : '-scale-x-100';

/** One's own picture, mirrored unless it is of what one looks at. Never with sound. */
export function SelfPicture({ stream, className = '' }: { stream: MediaStream; className?: string }) {
  const t = useTranslations('call');
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = stream;
  }, [stream]);
  return (
    <video
      ref={ref}
      autoPlay
      playsInline
      muted
      aria-label={t('ownPicture')}
      className={`${mirrorFor(stream)} object-cover ${className}`}
    />
  );
}
