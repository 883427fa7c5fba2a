import type { Culture } from '../book/cells/culture';
import { invalidArgument, type HostObject } from '../interpreter/host-object';
import type { HostContext } from './context';

/** Calculation, culture and screen. */
export class Application implements HostObject {
  readonly $type = 'Application';

  constructor(private readonly host: HostContext) {}

  get CalculationMode(): string {
    return this.host.book.computesAutomatically ? 'Automatic' : 'Manual';
  }

  set CalculationMode(mode: string) {
    if (mode !== 'Automatic' && mode !== 'Manual') {
      throw invalidArgument(`The workbench calculates in the modes Automatic and Manual, not "${mode}".`);
    }
    this.host.book.computesAutomatically = mode === 'Automatic';
  }

  get CalculationState(): string {
    return this.host.bridge.isIdle() ? 'Done' : 'Calculating';
  }

  get CalculationEngineVersion(): number {
    return 191029;
  }

  get CultureInfo(): CultureInfo {
    return new CultureInfo(this.host.culture);
  }

  get DecimalSeparator(): string {
    return this.host.culture.decimal;
  }

  get ThousandsSeparator(): string {
    return this.host.culture.group;
  }

  get UseSystemSeparators(): boolean {
    return true;
  }

  /** Excel calls a custom function whose arguments are the same only when everything is to be computed anew. */
  Calculate(type: string): void {
    if (type !== 'Recalculate') this.host.bridge.forgetResults();
    this.host.book.calculate();
  }

  /** A request is one recalculation anyhow. */
  SuspendApiCalculationUntilNextSync(): void {}

  /** A request is one repaint anyhow. */
  SuspendScreenUpdatingUntilNextSync(): void {}
}

class CultureInfo implements HostObject {
  readonly $type = 'CultureInfo';

  constructor(private readonly culture: Culture) {}

  get Name(): string {
    return this.culture.name;
  }

  get NumberFormat(): NumberFormatInfo {
    return new NumberFormatInfo(this.culture);
  }

  get DatetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo(this.culture);
  }
}

class NumberFormatInfo implements HostObject {
  readonly $type = 'NumberFormatInfo';

  constructor(private readonly culture: Culture) {}

  get NumberDecimalSeparator(): string {
    return this.culture.decimal;
  }

  get NumberGroupSeparator(): string {
    return this.culture.group;
  }

  get CurrencySymbol(): string {
    return this.culture.currency;
  }
}

class DatetimeFormatInfo implements HostObject {
  readonly $type = 'DatetimeFormatInfo';

  constructor(private readonly culture: Culture) {}

  get DateSeparator(): string {
    return this.culture.dateSeparator;
  }

  get LongDatePattern(): string {
    return this.culture.longDate;
  }

  get LongTimePattern(): string {
    return this.culture.longTime;
  }

  get ShortDatePattern(): string {
    return this.culture.shortDate;
  }

  get TimeSeparator(): string {
    return ':';
  }
}
