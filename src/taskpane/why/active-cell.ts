import { useEffect, useState } from 'react';
import { sentenceFor } from '../../workbook/excel/excel-batch';
import { inspectActiveCell, type Inspection } from '../../workbook/inspect/inspection';
import { watchActiveCell } from '../../workbook/excel/watch-cell';

export type CellState =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly inspection: Inspection }
  | { readonly state: 'failed'; readonly sentence: string };

/** Excel raises no event when a pending function answers, so a busy cell is read again after these pauses. */
const BUSY_PAUSES = [150, 300, 600, 1200, 2400, 5000, 10_000];

/** Keeps reading what is selected. One reading at a time; of the changes that come meanwhile only the last counts. */
class CellReader {
  private running = false;
  private again = false;
  private stopped = false;
  private busyReadings = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly show: (state: CellState) => void) {}

  changed(): void {
    this.busyReadings = 0;
    this.read();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private read(): void {
    if (this.stopped) return;
    this.again = this.running;
    if (!this.running) void this.readNow();
  }

  private async readNow(): Promise<void> {
    this.running = true;
    clearTimeout(this.timer);
    try {
      const inspection = await inspectActiveCell();
      if (!this.stopped) this.show({ state: 'read', inspection });
      if (inspection.kind === 'function' && inspection.isBusy) this.readLater();
    } catch (fault) {
      if (!this.stopped) this.show({ state: 'failed', sentence: sentenceFor(fault) });
    } finally {
      this.running = false;
      if (this.again) this.read();
    }
  }

  private readLater(): void {
    const pause = BUSY_PAUSES[this.busyReadings];
    this.busyReadings += 1;
    if (pause !== undefined && !this.stopped) this.timer = setTimeout(() => this.read(), pause);
  }
}

/** What the active cell holds, following the selection and every change. */
export function useActiveCell(): CellState {
  const [state, setState] = useState<CellState>({ state: 'reading' });
  useEffect(() => {
    const reader = new CellReader(setState);
    const watching = watchActiveCell(() => reader.changed());
    watching.then(
      // What was selected before Excel began to raise events is read again.
      () => reader.changed(),
      (fault: unknown) => setState({ state: 'failed', sentence: sentenceFor(fault) }),
    );
    reader.changed();
    return () => {
      reader.stop();
      // When the pane is gone, there is nobody to tell of a failure.
      void watching.then((stop) => stop()).catch(() => undefined);
    };
  }, []);
  return state;
}
