import { useEffect, useState } from 'react';
import type { FunctionDescriptor } from '../../functions/framework/descriptor';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import { previewCall, type Preview } from '../../workbook/formulas/preview-call';

/** Long enough that a word that is being typed is read once. */
const QUIET_MS = 200;

/** What the formula would give on the sheet, as the function itself computes it; undefined until it is known. */
export function usePreview(
  descriptor: FunctionDescriptor,
  formula: string | undefined,
  sheet: string | undefined,
): Preview | undefined {
  const [known, setKnown] = useState<{ readonly of: string; readonly preview: Preview }>();
  const wanted = formula !== undefined && sheet !== undefined ? `${sheet} ${formula}` : undefined;
  useEffect(() => {
    if (formula === undefined || sheet === undefined) return undefined;
    let isCurrent = true;
    const settle = (preview: Preview) => {
      if (isCurrent) setKnown({ of: `${sheet} ${formula}`, preview });
    };
    const timer = setTimeout(() => {
      previewCall(descriptor, formula, sheet).then(settle, (fault: unknown) =>
        settle({ kind: 'unknown', why: sentenceFor(fault) }),
      );
    }, QUIET_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [descriptor, formula, sheet]);
  return known !== undefined && known.of === wanted ? known.preview : undefined;
}
