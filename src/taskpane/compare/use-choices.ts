import { useState } from 'react';

/** What a person chose to compare. Scenarios are remembered by name: their places change as columns come and go. */
interface Chosen {
  readonly names: readonly string[] | undefined;
  readonly reference: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly figure: string;
  readonly isLong: boolean;
}

/** The same as places in the table as it stands. */
export interface Choices {
  readonly picked: readonly number[];
  /** One of those picked; undefined where none is. */
  readonly reference: number | undefined;
  /** Ends of the bridge: undefined where the table has only one scenario. */
  readonly bridge: { readonly from: number; readonly to: number } | undefined;
  /** Id of the line that the bridge is about. */
  readonly figure: string;
  /** Whether all figures are compared, not only those that scenarios are judged by. */
  readonly isLong: boolean;
  pick(places: readonly number[]): void;
  holdAgainst(place: number): void;
  /** The other end becomes what this one was where both would be the same. */
  bridgeFrom(place: number): void;
  bridgeTo(place: number): void;
  about(figure: string): void;
  lengthen(isLong: boolean): void;
}

/** So many stand side by side before a person chooses. */
const FIRST_PICKED = 3;

/**
 * @param scenarios names, in the order of the table
 * @param inForce place of the scenario in force, which is compared from the start
 */
export function useChoices(scenarios: readonly string[], inForce: number): Choices {
  const [chosen, setChosen] = useState<Chosen>({
    names: undefined,
    reference: undefined,
    from: undefined,
    to: undefined,
    figure: 'total.billed',
    isLong: false,
  });
  const change = (part: Partial<Chosen>) => setChosen((before) => ({ ...before, ...part }));
  const nameOf = (place: number): string => scenarios[place] ?? '';
  const placeOf = (name: string | undefined): number | undefined => {
    const place = name === undefined ? -1 : scenarios.indexOf(name);
    return place < 0 ? undefined : place;
  };
  const picked = chosen.names
    ? scenarios.flatMap((name, place) => (chosen.names?.includes(name) ? [place] : []))
    : firstPicked(scenarios.length, inForce);
  const wanted = placeOf(chosen.reference);
  const reference = wanted !== undefined && picked.includes(wanted) ? wanted : picked[0];
  const from = placeOf(chosen.from) ?? reference ?? 0;
  const other = [...picked, ...scenarios.keys()].find((place) => place !== from);
  const chosenTo = placeOf(chosen.to);
  const to = chosenTo !== undefined && chosenTo !== from ? chosenTo : other;
  return {
    picked,
    reference,
    bridge: to === undefined ? undefined : { from, to },
    figure: chosen.figure,
    isLong: chosen.isLong,
    pick: (places) => change({ names: places.map(nameOf) }),
    holdAgainst: (place) => change({ reference: nameOf(place) }),
    bridgeFrom: (place) => change({ from: nameOf(place), to: nameOf(place === to ? from : (to ?? from)) }),
    bridgeTo: (place) => change({ to: nameOf(place), from: nameOf(place === from ? (to ?? from) : from) }),
    about: (figure) => change({ figure }),
    lengthen: (isLong) => change({ isLong }),
  };
}

function firstPicked(count: number, inForce: number): number[] {
  const first = [0, inForce, ...Array.from({ length: count }, (_none, place) => place)];
  return [...new Set(first)]
    .filter((place) => place < count)
    .slice(0, FIRST_PICKED)
    .sort((a, b) => a - b);
}
