import type { CoverKind } from '../art/cover-spots';

/** A sum or a condition in words; true and false for plainly covered and plainly not. */
export type CoverCell = string | boolean;

export const COMPARISON: ({ what: string } & Record<CoverKind, CoverCell>)[] = [
  { what: 'Buildings', home: 'to £750,000', boat: false, both: 'to £750,000' },
  { what: 'Contents', home: 'to £80,000', boat: false, both: 'to £80,000' },
  { what: 'Storm, flood and sea spray', home: true, boat: true, both: true },
  { what: 'Burst pipes and frozen tanks', home: true, boat: false, both: true },
  { what: 'Hull, engine, rig and sails', home: false, boat: 'agreed value', both: 'agreed value' },
  { what: 'Tender, outboard and trailer', home: 'ashore, to £1,500', boat: true, both: true },
  { what: 'Racing', home: false, boat: 'on request', both: 'on request' },
  { what: 'Third-party liability', home: 'to £2 million', boat: 'to £3 million', both: 'to £5 million' },
  { what: 'Salvage and wreck removal', home: false, boat: true, both: true },
  { what: 'Cruising area', home: false, boat: 'coastal, 60 miles', both: 'coastal, 60 miles' },
  { what: 'Somewhere to live meanwhile', home: 'to £15,000', boat: false, both: 'to £15,000' },
  { what: 'Excess', home: '£250', boat: '£300', both: '£250, once per event' },
  { what: 'Claims face to face', home: true, boat: true, both: true },
];
