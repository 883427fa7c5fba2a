import { Caption1 } from '@fluentui/react-components';
import type { Bridge } from '../../analysis/bridge';
import { useCulture } from '../parts/culture';
import { numberText } from '../parts/figures';
import { displayedBridge } from './bridge-display';
import { signed } from './figure-display';
import { Waterfall } from '../parts/charts/waterfall';
import { useLook } from '../parts/look';
import { waterfallScale } from '../../analysis/waterfall-scale';

interface Props {
  readonly bridge: Bridge;
  readonly currency: string;
}

/** The bridge as a waterfall. */
export function BridgeChart({ bridge, currency }: Props) {
  const look = useLook();
  const culture = useCulture();
  const { display, start, steps, end } = displayedBridge(bridge, currency);
  const scale = waterfallScale(
    { label: bridge.from, amount: start.toNumber() },
    steps.map(({ sections, amount }) => ({ label: sections, amount: amount.toNumber() })),
    { label: bridge.to, amount: end.toNumber() },
  );
  const total = (value: typeof start) => numberText(value, display.decimals, culture);
  const change = (value: typeof start) => signed(total(value), value);
  const amounts = [total(start), ...steps.map(({ amount }) => change(amount)), total(end)];
  const said = scale.bars.map(({ label }, place) => `${label} ${amounts[place]}`).join('; ');
  return (
    <>
      <Caption1 block className={look.quiet}>
        {`${display.unit}${scale.isCut ? '; the bars do not begin at 0' : ''}`}
      </Caption1>
      <Waterfall
        scale={scale}
        amounts={amounts}
        description={`${bridge.figure.label} from ${bridge.from} to ${bridge.to}, in ${display.unit}: ${said}.`}
      />
    </>
  );
}
