import type { CoverKind } from '../art/cover-spots';

type Plan = {
  kind: CoverKind;
  name: string;
  summary: string;
  fromPerMonth: string;
  includes: string[];
};

/** The three kinds of cover, in the order they are shown everywhere. */
export const PLANS: Plan[] = [
  {
    kind: 'home',
    name: 'Home',
    summary: 'The building and what is in it, from the slates to the cellar the spring tide finds.',
    fromPerMonth: '£14',
    includes: [
      'Buildings to £750,000, contents to £80,000',
      'Storm, flood, spray and burst pipes',
      'A place to live while yours is repaired',
    ],
  },
  {
    kind: 'boat',
    name: 'Boat',
    summary: 'Dinghies, day boats and yachts to 45 feet: afloat, on the mooring, or laid up for the winter.',
    fromPerMonth: '£11',
    includes: [
      'Hull, engine, rig, sails and tender',
      'Third-party liability to £3 million',
      'Salvage, towage and wreck removal',
    ],
  },
  {
    kind: 'both',
    name: 'Home and boat',
    summary: 'One policy, one renewal date, one person who knows both. One excess when one storm hits both.',
    fromPerMonth: '£21',
    includes: [
      'Everything in Home and in Boat',
      'A single excess for a single event',
      'Gear in the shed, in the car and on board',
    ],
  },
];
