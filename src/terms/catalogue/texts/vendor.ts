import type { SectionTexts } from './section-texts';

export const VENDOR_TEXTS: SectionTexts<'Hold' | 'Seat tool' | 'Vendor'> = {
  Hold: {
    From: 'First day on which the model is withheld.',
    To: 'First day on which it is back.',
    Disposition: 'What becomes of the held volume.',
    'Price factor': 'Price of the substitute relative to the held model.',
    Relief:
      'Netted: the commitment falls by the list value of the held volume. Vendor shortfall: that, and a credit. None: the minimum binds.',
    'Credit rate': 'Vendor shortfall: credit as a part of the list value of the held volume.',
  },
  'Seat tool': {
    Vendor: 'The vendor that bills the seats; the first one where blank.',
    Seats: 'Seats in use.',
    'Price per seat-month': 'Price of one seat for a full month.',
    Start: 'First day in use; the model start where blank.',
    End: 'First day no longer in use; none where blank.',
  },
  Vendor: {
    Start: 'Day from which the vendor takes volume.',
    Full: 'Day from which it has its full share; its start where blank.',
    Share: 'Full share of the metered volume.',
    'Price factor':
      'Its prices relative to the first vendor’s list; not used where it has prices of its own.',
    'Input price': 'Its own list price for input tokens.',
    'Output price': 'Its own list price for output tokens.',
    'Cache read price': 'Its own list price for cache read tokens.',
    'Cache write price': 'Its own list price for cache write tokens.',
    'Cache write 1h price': 'Its own list price for cache write 1h tokens.',
    Commitment: 'Its own minimum spend in a contract year; a shortfall is billed at the year’s end.',
  },
};
