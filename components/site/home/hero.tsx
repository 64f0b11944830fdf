import Link from 'next/link';
import { buttonClasses } from '@/components/ui/button';
import { HarbourPanorama } from '../art/harbour-panorama';
import { TalkButton } from '../talk-button';

export function Hero() {
  return (
    <section className="overflow-hidden border-b border-line">
      <div className="mx-auto w-full max-w-6xl px-5 pt-14 sm:px-8 sm:pt-20">
        <h1 className="max-w-3xl font-display text-[min(2.75rem,13vw)] leading-[1.04] font-medium tracking-[-0.025em] text-balance sm:text-[4.25rem]">
          Cover for the house on the quay and the boat below&nbsp;it.
        </h1>
        <p className="mt-6 max-w-xl text-lg leading-relaxed text-ink-soft sm:text-xl sm:leading-relaxed">
          Home and boat insurance from the harbour towns. When something goes wrong, you see the person who puts it
          right, on a video call from this page.
        </p>
        <div className="mt-9 flex flex-wrap gap-3">
          <TalkButton size="large">Start a video call</TalkButton>
          <Link href="/cover" className={buttonClasses('secondary', 'large')}>
            See what we cover
          </Link>
        </div>
      </div>
      {/* The lighthouse reaches up beside the words; where the drawing would grow into them it keeps below. */}
      <HarbourPanorama className="mt-8 block h-64 w-full sm:mt-4 sm:h-80 lg:-mt-16 lg:h-[26rem] 2xl:mt-4 2xl:aspect-[1440/345] 2xl:h-auto" />
    </section>
  );
}
