import type { SectionTexts } from './section-texts';

export const TRANCHE_TEXTS: SectionTexts<'Tranche'> = {
  Tranche: {
    Mode: 'Sequential: a contingent tranche needs every earlier one.',
    'Recirculated share': 'Part of a tranche that comes back as spend on the investor’s own cloud.',
    'Recirculation months': 'Months over which it comes back, evenly by days.',
    Date: 'Day on which the tranche is or was funded, or falls due.',
    Amount: 'Amount of the tranche.',
    Kind: 'How sure it is.',
    Probability: 'Contingent: that its condition is met.',
    Trigger: 'The condition, in words.',
  },
};
