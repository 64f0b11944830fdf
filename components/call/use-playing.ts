import { useCallback, useEffect, useState, type RefObject } from 'react';

/**
 * Plays the stream, and plays on when something outside has paused it: the end of a video's own small window in Safari, a
 * telephone call, a media key. `isRefused`: the browser wants a press first, which then calls `play`.
 */
export function usePlaying(ref: RefObject<HTMLVideoElement | null>, stream: MediaStream | null) {
  const [isRefused, setIsRefused] = useState(false);

  const play = useCallback(async () => {
    const video = ref.current;
    // What has ended pauses too, and what is taken from the page: neither has anything to play.
    if (!video?.isConnected || video.ended) return;
    try {
      await video.play();
      setIsRefused(false);
    } catch (error) {
      // AbortError only says that a newer stream took over.
      setIsRefused(error instanceof DOMException && error.name === 'NotAllowedError');
    }
  }, [ref]);

  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    const resume = () => void play();
    video.srcObject = stream;
    resume();
    video.addEventListener('pause', resume);
    // Who comes back from elsewhere may have been refused there.
    document.addEventListener('visibilitychange', resume);
    return () => {
      video.removeEventListener('pause', resume);
      document.removeEventListener('visibilitychange', resume);
    };
  }, [ref, stream, play]);

  return { isRefused, play };
}
