import type { SectionTexts } from './section-texts';

export const COMMITMENT_TEXTS: SectionTexts<'Commitment' | 'Prepaid lot' | 'Take-or-pay'> = {
  Commitment: {
    'True-up': 'Whether a shortfall is billed.',
    'Overage factor': 'Price of spend beyond the commitment, relative to spend within it.',
    Window: 'The span over which spend is held against the commitment; a month owes a twelfth.',
    Amount: 'Minimum spend of the contract year. The last one listed stands for all later years.',
  },
  'Prepaid lot': {
    Date: 'Day of the purchase.',
    Paid: 'Cash paid.',
    Credits: 'Token cost that the lot pays for.',
    Expiry: 'First day on which what is left no longer counts; never where blank.',
    'Rollover cap': 'Most that goes on after the expiry.',
    'Rollover months': 'How long that counts.',
  },
  'Take-or-pay': {
    Share: 'Part of the adjusted quantity that is paid for whether taken or not.',
    Price: 'Price of the deficiency.',
    'Make-up years': 'Contract years within which a paid deficiency may still be taken.',
    'Make-up price': 'Price of make-up tokens on top of what was paid.',
    'Carry-forward cap': 'Most of a year’s deficiency that banked surplus may cover.',
    'Carry-forward years': 'Life of banked surplus.',
    Quantity: 'Quantity of the contract year.',
    Maintenance: 'Taken off the quantity.',
    'Force majeure': 'Taken off the quantity.',
    'Vendor shortfall': 'Taken off the quantity.',
    'Permitted reduction': 'Taken off the quantity.',
  },
};
