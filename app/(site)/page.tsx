import type { Metadata } from 'next';
import { CoverTeaser } from '@/components/site/home/cover-teaser';
import { FaceToFace } from '@/components/site/home/face-to-face';
import { HarbourTowns } from '@/components/site/home/harbour-towns';
import { Hero } from '@/components/site/home/hero';
import { WhenItHappens } from '@/components/site/home/when-it-happens';

export const metadata: Metadata = {
  title: { absolute: 'Harbourline Insurance: home and boat cover, face to face' },
  description:
    'Home and boat insurance from the harbour towns. Talk face to face, from this page, with the person who settles your claim.',
};

export default function HomePage() {
  return (
    <>
      <Hero />
      <CoverTeaser />
      <FaceToFace />
      <WhenItHappens />
      <HarbourTowns />
    </>
  );
}
