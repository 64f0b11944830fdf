import { CallSketch } from '../art/call-sketch';
import { TalkButton } from '../talk-button';

const POINTS = [
  {
    title: 'Press the button in the corner',
    text: 'No app, no account, no reference number. Your browser asks for the camera; you can also leave it off.',
  },
  {
    title: 'Show what you mean',
    text: 'A cracked slate, a wet ceiling, the paragraph you do not understand. Looking is quicker than describing.',
  },
  {
    title: 'Bring whoever should be there',
    text: 'Send a link to your builder, your skipper or your daughter, and they are in the same call.',
  },
  {
    title: 'Go on reading while you talk',
    text: 'The call stays in its corner as you move about the site, and closes when you are done.',
  },
];

export function FaceToFace() {
  return (
    <section className="border-y border-line bg-sunken">
      <div className="mx-auto grid w-full max-w-6xl items-center gap-12 px-5 py-16 sm:px-8 sm:py-24 lg:grid-cols-[1.25fr_1fr] lg:gap-20">
        <div>
          <h2 className="max-w-xl font-display text-[1.875rem] leading-[1.15] font-medium tracking-[-0.015em] text-balance sm:text-[2.25rem]">
            A person, in about a minute
          </h2>
          <p className="mt-4 max-w-xl text-[1.0625rem] leading-relaxed text-ink-soft">
            You reach our own people in Penmarrow, St Branoc and Kellan Quay. The one who answers has the authority to
            help you.
          </p>
          <dl className="mt-10 grid gap-x-10 gap-y-8 sm:grid-cols-2">
            {POINTS.map((point) => (
              <div key={point.title} className="border-t border-line pt-4">
                <dt className="font-semibold">{point.title}</dt>
                <dd className="mt-1.5 text-[0.9375rem] leading-relaxed text-ink-soft">{point.text}</dd>
              </div>
            ))}
          </dl>
          <TalkButton size="large" className="mt-10">
            See one of us now
          </TalkButton>
        </div>
        <CallSketch className="mx-auto w-full max-w-[19rem] rounded-[1.4rem] shadow-panel ring-1 ring-line sm:max-w-[21rem]" />
      </div>
    </section>
  );
}
