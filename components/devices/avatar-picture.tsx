import { initials } from './device-words';

type AvatarPictureProps = { name: string; src: string | null; className?: string };

/** A picture as a roster shows it, filled from the middle as the server does; without one, initials. Decoration only. */
export function AvatarPicture({ name, src, className = 'size-11 rounded-full' }: AvatarPictureProps) {
  if (src === null) {
    return (
      <span
        aria-hidden="true"
        className={`grid shrink-0 place-items-center bg-accent-soft font-semibold text-accent-strong ${className}`}
      >
        {initials(name)}
      </span>
    );
  }
  // Not next/image: that fetches on the server without the agent's session, and writes style attributes.
  // eslint-disable-next-line @next/next/no-img-element
  return <img src={src} alt="" className={`shrink-0 border border-line object-cover ${className}`} />;
}
