import type { HostObject } from '../../interpreter/host-object';
import type { Range } from './range';

/** Several ranges of one sheet, to look at. */
export class RangeAreas implements HostObject {
  readonly $type = 'RangeAreas';

  constructor(readonly $ranges: readonly Range[]) {}

  get Address(): string {
    return this.$ranges.map((range) => range.Address).join(',');
  }

  get AddressLocal(): string {
    return this.Address;
  }

  get AreaCount(): number {
    return this.$ranges.length;
  }

  get CellCount(): number {
    return this.$ranges.reduce((sum, range) => sum + range.CellCount, 0);
  }

  get Areas(): RangeCollection {
    return new RangeCollection(this.$ranges);
  }
}

class RangeCollection implements HostObject {
  readonly $type = 'RangeCollection';

  constructor(private readonly ranges: readonly Range[]) {}

  $items = () => this.ranges;

  $item = (index: unknown) => this.ranges[Number(index)] ?? null;

  GetCount(): number {
    return this.ranges.length;
  }

  GetItemAt(index: number): Range | null {
    return this.ranges[index] ?? null;
  }
}
