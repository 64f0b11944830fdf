/** What most often goes wrong, and what to do in the first quarter of an hour. */
export const MISHAPS = [
  {
    id: 'water',
    title: 'Water is coming in, or a pipe has burst',
    steps: [
      'Turn the stopcock off; it is usually under the kitchen sink.',
      'Switch the electricity off where water has reached it.',
      'Move what you can. Leave wet carpets for us to see.',
    ],
  },
  {
    id: 'storm',
    title: 'The storm has damaged my roof or windows',
    steps: [
      'Stay off the roof, and out from under loose slates.',
      'Cover openings from inside with boards or a tarpaulin.',
      'Keep the receipts: emergency repairs to £500 need no leave from us.',
    ],
  },
  {
    id: 'boat',
    title: 'My boat is holed, aground or adrift',
    steps: [
      'Anyone in danger: VHF channel 16, or 999 and ask for the coastguard.',
      'Accept a tow, but do not sign a salvage agreement before you have spoken to us.',
      'Tell the harbour master. Then call us, from the pontoon if you like.',
    ],
  },
  {
    id: 'theft',
    title: 'Something has been stolen',
    steps: [
      'Call the police on 101 and write down the reference.',
      'Change the locks if keys are gone; we pay for it.',
      'Look for photographs, serial numbers and receipts.',
    ],
  },
];
