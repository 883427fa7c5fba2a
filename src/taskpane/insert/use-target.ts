import { useCallback, useEffect, useRef, useState } from 'react';
import { quoted } from '../../workbook/model-sheets/plan/places';
import type { Target } from '../../workbook/excel/go-to';
import { readSelection, watchSelection, type Selection } from '../../workbook/excel/selection';

export interface TargetAndPicking {
  /** The cell that the formula goes to; undefined until it is known. */
  readonly target: Target | undefined;
  /** The field that takes what is selected in the sheet. */
  readonly picking: string | undefined;
  pick(field: string): void;
  stopPicking(): void;
}

interface Places {
  readonly target: Target | undefined;
  /** Where the formula was to go before the selection moved last. */
  readonly before: Target | undefined;
}

const isSame = (a: Target, b: Target): boolean => a.sheet === b.sheet && a.address === b.address;

/** A range as the formula in the target refers to it. */
export const referenceTo = ({ sheet, address }: Target, target: Target): string =>
  sheet === target.sheet ? address : `${quoted(sheet)}!${address}`;

/**
 * The formula goes to the selected cell, wherever that moves. While a field picks, what is selected goes into the field
 * and the target stays. A range that is selected when picking begins belongs to the field, since a formula goes to one
 * cell: it is taken at once, and the target is the cell before.
 */
export function useTarget(onPicked: (field: string, reference: string) => void): TargetAndPicking {
  const [places, setPlaces] = useState<Places>({ target: undefined, before: undefined });
  const [picking, setPicking] = useState<string>();
  const selection = useRef<Selection>(undefined);
  const state = useRef({ places, picking, onPicked });
  useEffect(() => {
    state.current = { places, picking, onPicked };
  });

  useEffect(() => {
    let isCurrent = true;
    const take = (selected: Selection) => {
      if (!isCurrent) return;
      selection.current = selected;
      const { places: now, picking: field, onPicked: picked } = state.current;
      if (field !== undefined && now.target) {
        picked(field, referenceTo(selected.range, now.target));
      } else {
        setPlaces(({ target }) =>
          target && isSame(target, selected.cell)
            ? { target, before: undefined }
            : { target: selected.cell, before: target },
        );
      }
    };
    // A fault shows where the formula is to be written.
    const follow = () => void readSelection().then(take, () => undefined);
    const watching = watchSelection(follow);
    // What was selected before Excel began to raise events is read too.
    watching.then(follow, follow);
    return () => {
      isCurrent = false;
      void watching.then((stop) => stop()).catch(() => undefined);
    };
  }, []);

  const pick = useCallback((field: string) => {
    const { places: now, onPicked: picked } = state.current;
    setPicking(field);
    if (!now.before || !selection.current?.range.address.includes(':')) return;
    picked(field, referenceTo(selection.current.range, now.before));
    setPlaces({ target: now.before, before: undefined });
  }, []);
  const stopPicking = useCallback(() => setPicking(undefined), []);
  return { target: places.target, picking, pick, stopPicking };
}
