'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** One's own picture, mirrored as in a looking-glass: people move the wrong way otherwise. Never with sound. */
export function SelfPicture({ stream, className = '' }: { stream: MediaStream; className?: string }) {
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
      aria-label="Your own picture"
      className={`-scale-x-100 object-cover ${className}`}
    />
  );
}

/** The far end's picture and sound. A browser that refuses to play sound unasked is asked by a button. */
export function RemotePicture({ stream }: { stream: MediaStream | null }) {
  const ref = useRef<HTMLVideoElement>(null);
  const [isBlocked, setIsBlocked] = useState(false);

  const play = async (video: HTMLVideoElement | null) => {
    try {
      await video?.play();
      setIsBlocked(false);
    } catch (error) {
      // AbortError only says that a newer stream took over.
      setIsBlocked(error instanceof DOMException && error.name === 'NotAllowedError');
    }
  };

  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    video.srcObject = stream;
    void play(video);
  }, [stream]);

  return (
    <>
      <video ref={ref} playsInline aria-label="The other side" className="absolute inset-0 size-full object-contain" />
      {isBlocked && (
        <div className="absolute inset-0 grid place-items-center">
          <Button onClick={() => void play(ref.current)}>Turn sound on</Button>
        </div>
      )}
    </>
  );
}
