import { HostError, type HostObject } from '../interpreter/host-object';
import type { HostContext } from './context';

/** Calculation, culture and screen. */
export class Application implements HostObject {
  readonly $type = 'Application';

  constructor(private readonly host: HostContext) {}

  get CalculationMode(): string {
    return 'Automatic';
  }

  /** The grid computes automatically and in no other way; asking for that is fine. */
  set CalculationMode(mode: string) {
    if (mode !== 'Automatic') throw manualCalculation();
  }

  get CalculationState(): string {
    return this.host.bridge.isIdle() ? 'Done' : 'Calculating';
  }

  get CalculationEngineVersion(): number {
    return 191029;
  }

  get CultureInfo(): CultureInfo {
    return new CultureInfo();
  }

  get DecimalSeparator(): string {
    return '.';
  }

  get ThousandsSeparator(): string {
    return ',';
  }

  get UseSystemSeparators(): boolean {
    return true;
  }

  Calculate(): void {
    this.host.book.dispatch('EVALUATE_CELLS');
  }

  /** A request is one recalculation anyhow. */
  SuspendApiCalculationUntilNextSync(): void {}

  /** A request is one repaint anyhow. */
  SuspendScreenUpdatingUntilNextSync(): void {}
}

const manualCalculation = () =>
  new HostError(
    'InvalidOperation',
    'The workbench calculates automatically; manual calculation needs Excel.',
  );

class CultureInfo implements HostObject {
  readonly $type = 'CultureInfo';

  get Name(): string {
    return 'en-US';
  }

  get NumberFormat(): NumberFormatInfo {
    return new NumberFormatInfo();
  }

  get DatetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo();
  }
}

class NumberFormatInfo implements HostObject {
  readonly $type = 'NumberFormatInfo';

  get NumberDecimalSeparator(): string {
    return '.';
  }

  get NumberGroupSeparator(): string {
    return ',';
  }

  get CurrencySymbol(): string {
    return '$';
  }
}

class DatetimeFormatInfo implements HostObject {
  readonly $type = 'DatetimeFormatInfo';

  get DateSeparator(): string {
    return '/';
  }

  get LongDatePattern(): string {
    return 'dddd, mmmm d, yyyy';
  }

  get LongTimePattern(): string {
    return 'h:mm:ss AM/PM';
  }

  get ShortDatePattern(): string {
    return 'm/d/yyyy';
  }

  get TimeSeparator(): string {
    return ':';
  }
}
