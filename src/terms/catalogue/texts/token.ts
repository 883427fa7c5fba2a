import type { SectionTexts } from './section-texts';

export const TOKEN_TEXTS: SectionTexts<'Discount tier' | 'Token price'> = {
  'Discount tier': {
    Mode: 'Graduated: each part at its own tier. Volume: all at the tier reached.',
    Basis: 'What the bounds count within a contract year: spend before tiers, or input-side tokens.',
    'Up to': 'Upper bound of the tier, inclusive; blank in the last one.',
    Multiplier: 'What is paid for each unit of spend in the tier: 0.9 is a discount of 10 %.',
  },
  'Token price': {
    Price: 'List price of the class at the price base.',
    'Batch multiplier': 'Price of batched tokens as a part of the list price.',
    'Price decline':
      'Yearly fall of list prices; negative for a rise. Below 1: a volume that answers to a price of nothing has no end.',
    'Price base': 'Day from which the decline counts.',
    'Price step': 'Prices fall in steps of so many months; 0 for every month.',
    'Price floor': 'The price index does not fall below this.',
    'Negotiated discount': 'Discount on list, before the discount tiers.',
    'Regional multiplier': 'On list prices of metered volume, such as 1.1 for one region only.',
    'Priority multiplier': 'On list prices of metered volume, for a faster lane.',
    'Long-context input multiplier': 'On all input-side classes of long-context requests.',
    'Long-context output multiplier': 'On the output of long-context requests.',
  },
};
