/** Where and when people can reach Harbourline: one source for the header, the footer and the pages. */
export const PHONE = { display: '01632 960140', href: 'tel:+441632960140' };
export const CLAIMS_PHONE = { display: '01632 960199', href: 'tel:+441632960199' };
export const EMAIL = 'hello@harbourline.example';
export const CLAIMS_EMAIL = 'claims@harbourline.example';

export const OPENING_HOURS = [
  { days: 'Monday to Friday', hours: '8 am to 8 pm' },
  { days: 'Saturday', hours: '9 am to 5 pm' },
  { days: 'Sunday and holidays', hours: '10 am to 4 pm, claims only' },
];

export const OFFICES = [
  {
    town: 'Penmarrow',
    role: 'Head office',
    address: ['The Old Custom House', '1 Fish Strand', 'Penmarrow PM1 4AA'],
    phone: { display: '01632 960141', href: 'tel:+441632960141' },
  },
  {
    town: 'St Branoc',
    role: 'Boats and moorings',
    address: ['Sail Loft, Back Quay', 'St Branoc PM4 2LN'],
    phone: { display: '01632 960142', href: 'tel:+441632960142' },
  },
  {
    town: 'Kellan Quay',
    role: 'Homes and claims',
    address: ['22 Rope Walk', 'Kellan Quay PM7 1DT'],
    phone: { display: '01632 960143', href: 'tel:+441632960143' },
  },
  {
    town: 'Orriston',
    role: 'Wednesdays and Saturdays',
    address: ['Harbour Office, West Pier', 'Orriston PM9 3HB'],
    phone: { display: '01632 960144', href: 'tel:+441632960144' },
  },
];
