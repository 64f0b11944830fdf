'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

/** One's own picture, mirrored as in a looking-glass: people move the wrong way otherwise. Never with sound. */
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
      className={`-scale-x-100 object-cover ${className}`}
    />
  );
}
