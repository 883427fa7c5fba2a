import { ZERO } from '../../base/decimal';
import { exceedsWhole } from '../../base/whole';
import { nearest, plain } from '../../base/nearest';
import { TOKEN_CLASSES } from '../catalogue/definition';
import { identityOf } from '../catalogue/term-name';
import type { Check, Find } from './check';
import { classesUsed } from './usage';

const vendorShares: Find = (view) => {
  const vendors = view.items('Vendor', 'Share');
  const sum = vendors.reduce((total, name) => total.plus(view.number('Vendor', name, 'Share') ?? ZERO), ZERO);
  const last = vendors.at(-1);
  if (last === undefined || !exceedsWhole(sum)) return [];
  const parts = vendors.map(
    (name) => `${name} ${view.number('Vendor', name, 'Share')?.toString() ?? 'blank'}`,
  );
  return [
    view.problem(
      ['Vendor', last, 'Share'],
      `brings the shares of all vendors beside the first to ${sum.toString()} (${parts.join(', ')}): together they must be from 0 to 1, and the first vendor takes the rest. Lower one of them.`,
    ),
  ];
};

/** A vendor has prices of its own for every class that is used, or for none. */
const vendorPrices: Find = (view) =>
  view.items('Vendor', 'Share').flatMap((vendor) => {
    const given = TOKEN_CLASSES.filter((tokenClass) => view.has('Vendor', vendor, `${tokenClass} price`));
    const [first] = given;
    if (first === undefined) return [];
    const used = view.items('Usage', 'Growth').flatMap((name) => classesUsed(view, name));
    const needed = new Set(['Input', ...used.map(({ tokenClass }) => tokenClass)]);
    return TOKEN_CLASSES.filter((tokenClass) => needed.has(tokenClass) && !given.includes(tokenClass)).map(
      (tokenClass) =>
        view.problem(
          ['Vendor', vendor, `${tokenClass} price`],
          `is blank: ${vendor} has a price of its own for ${first.toLowerCase()} tokens, so it needs one for every class that is used. Enter it, or remove the others to price ${vendor} by its price factor.`,
        ),
    );
  });

const holds: Find = (view) => {
  const names = view.items('Hold', 'From');
  const [first] = names;
  if (first === undefined) return [];
  const isHeld = view
    .items('Usage', 'Held share')
    .some(
      (name) => view.isHidden('Usage', name, 'Held share') || view.number('Usage', name, 'Held share')?.gt(0),
    );
  const idle = isHeld
    ? []
    : [
        view.problem(
          ['Hold', first, 'From'],
          `begins a hold that holds nothing: no product has a Held share above 0. Enter "Usage | product | Held share", or remove the hold.`,
        ),
      ];
  const homeless = names
    .filter((name) => view.choice('Hold', name, 'Disposition') === 'Second vendor')
    .filter(() => view.items('Vendor', 'Share').length === 0)
    .map((name) =>
      view.problem(
        ['Hold', name, 'Disposition'],
        `is Second vendor: the table has no item of Vendor to take the held volume. Add a vendor, or choose Substitute or Lost.`,
      ),
    );
  return [...idle, ...homeless];
};

/** Who bills the seats must be one of the vendors; a misspelt one would be billed by the first. */
const seatVendors: Find = (view) =>
  view.items('Seat tool', 'Seats').flatMap((tool) => {
    const wanted = view.table.nameOf(...identityOf('Seat tool', tool, 'Vendor'));
    const other = view.choice('Seat tool', tool, 'Vendor') ?? '';
    if (plain(other) !== plain(wanted)) {
      return [
        view.problem(
          ['Seat tool', tool, 'Vendor'],
          `is ${other === '' ? 'blank' : `"${other}"`} here and ${wanted === '' ? 'blank' : `"${wanted}"`} in another scenario: who bills a tool is the same in all that have it. Clear the cell, or list the tool twice under two names.`,
        ),
      ];
    }
    if (view.isHidden('Seat tool', tool, 'Vendor')) return [];
    const vendors = view.table.items('Vendor');
    if (wanted === '' || vendors.some((name) => plain(name) === plain(wanted))) return [];
    const hint = vendors.length === 0 ? '' : ` Did you mean ${nearest(wanted, vendors)[0] ?? ''}?`;
    return [
      view.problem(
        ['Seat tool', tool, 'Vendor'],
        `is "${wanted}": it must be an item of Vendor, or blank for the first vendor.${hint}`,
      ),
    ];
  });

const tranches: Find = (view) =>
  view.items('Tranche', 'Amount').flatMap((name) => {
    if (view.choice('Tranche', name, 'Kind') !== 'Contingent') return [];
    if (!view.has('Tranche', name, 'Probability')) {
      return [
        view.problem(
          ['Tranche', name, 'Probability'],
          `is blank: tranche ${name} is Contingent, so it needs a probability, above 0 and at most 1. Enter it, or choose another Kind.`,
        ),
      ];
    }
    if (!view.number('Tranche', name, 'Probability')?.isZero()) return [];
    return [
      view.problem(
        ['Tranche', name, 'Probability'],
        `is 0: a contingent tranche needs a probability above 0 and at most 1. Choose the Kind Expired for one that will not come.`,
      ),
    ];
  });

/** Without credits nothing would ever be drawn, and what was paid would never become a cost. */
const lotCredits: Find = (view) =>
  view.items('Prepaid lot', 'Credits').flatMap((name) => {
    const paid = view.number('Prepaid lot', name, 'Paid');
    const credits = view.number('Prepaid lot', name, 'Credits');
    if (paid === undefined || paid.isZero() || !credits?.isZero()) return [];
    return [
      view.problem(
        ['Prepaid lot', name, 'Credits'],
        `is 0: ${view.said('Prepaid lot', name, 'Paid')}, so the lot must hold credits above 0. Enter the credits, or remove the lot.`,
      ),
    ];
  });

const unitSteps: Find = (view) =>
  (['Reserved', 'Counterfactual'] as const).flatMap((section) => {
    const hasTariff = view.has(section, 'Start') || view.has(section, 'Rate');
    if (!hasTariff || view.items(section, 'Units').length > 0) return [];
    return [
      view.problem(
        [section, view.has(section, 'Rate') ? 'Rate' : 'Start'],
        `applies to no units: ${section} has no row "${section} | date | Units". Add one with the day from which the units are in force.`,
      ),
    ];
  });

/** One table, one currency, in every scenario. */
const oneCurrency: Find = (view) => {
  const row = view.table.row(...identityOf('Model', 'Currency'));
  if (view.scenario === 0 || row?.cells[view.scenario] === undefined) return [];
  const [own, base] = [view.choice('Model', 'Currency'), view.table.currency];
  if (own === base) return [];
  return [
    view.problem(
      ['Model', 'Currency'],
      `is "${own ?? 'None'}": a table has one currency, and Base has "${base}". Clear the cell, and convert the scenario’s amounts.`,
    ),
  ];
};

export const PARTY_CHECKS: readonly Check[] = [
  { sections: ['Vendor'], find: vendorShares },
  { sections: ['Vendor', 'Usage'], find: vendorPrices },
  { sections: ['Hold', 'Usage', 'Vendor'], find: holds },
  { sections: ['Seat tool'], find: seatVendors },
  { sections: ['Tranche'], find: tranches },
  { sections: ['Prepaid lot'], find: lotCredits },
  { sections: ['Reserved', 'Counterfactual'], find: unitSteps },
  { sections: ['Model'], find: oneCurrency },
];
