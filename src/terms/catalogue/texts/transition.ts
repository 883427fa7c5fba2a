import type { SectionTexts } from './section-texts';

export const TRANSITION_TEXTS: SectionTexts<'Transition'> = {
  Transition: {
    Cutover: 'Day on which the token meter starts; None where it never does.',
    'Phase-in': 'Days over which volume moves to the meter, evenly.',
  },
};
